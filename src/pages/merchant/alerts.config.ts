export default definePageConfig({ navigationBarTitleText: '来单提醒' })
