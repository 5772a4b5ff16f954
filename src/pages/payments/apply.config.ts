export default definePageConfig({ navigationBarTitleText: '申请微信支付' })
