export default definePageConfig({
  navigationBarTitleText: '我的订单',
  // browsers have a gesture of their own
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
