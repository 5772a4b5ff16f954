export default definePageConfig({ navigationBarTitleText: '接店' })
