export default definePageConfig({ navigationBarTitleText: '纸卡' })
