export default definePageConfig({ navigationBarTitleText: '协议和规则' })
