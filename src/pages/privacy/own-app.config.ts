export default definePageConfig({ navigationBarTitleText: '自己的小程序' })
