export default definePageConfig({ navigationBarTitleText: '请别人帮我付', enableShareAppMessage: true })
