export default definePageConfig({ navigationBarTitleText: '这堂课的单子' })
