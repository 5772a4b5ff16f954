export default definePageConfig({ navigationBarTitleText: '开张' })
