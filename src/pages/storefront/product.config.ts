export default definePageConfig({
  navigationBarTitleText: '货品',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
