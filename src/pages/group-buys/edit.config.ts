export default definePageConfig({ navigationBarTitleText: '开接龙' })
