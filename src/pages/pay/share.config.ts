export default definePageConfig({ navigationBarTitleText: '发给别人', enableShareAppMessage: true })
