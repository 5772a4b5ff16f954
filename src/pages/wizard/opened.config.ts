export default definePageConfig({ navigationBarTitleText: '开张了', enableShareAppMessage: true })
