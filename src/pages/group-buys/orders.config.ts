export default definePageConfig({ navigationBarTitleText: '接龙的单' })
