export default definePageConfig({ navigationBarTitleText: '关店' })
