export default definePageConfig({
  navigationBarTitleText: '小店',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  // browsers have a gesture of their own
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
