export default definePageConfig({ navigationBarTitleText: '帮人开店' })
