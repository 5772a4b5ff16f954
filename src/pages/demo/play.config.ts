export default definePageConfig({ navigationBarTitleText: '自动演示' })
