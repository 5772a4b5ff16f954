export default definePageConfig({ navigationBarTitleText: '我们存了什么' })
