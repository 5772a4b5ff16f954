export default definePageConfig({
  navigationBarTitleText: '我的店',
  enableShareAppMessage: true,
  // browsers have a gesture of their own
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
