export default definePageConfig({ navigationBarTitleText: '我的店', enableShareAppMessage: true })
