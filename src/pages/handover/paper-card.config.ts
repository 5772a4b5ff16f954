export default definePageConfig({ navigationBarTitleText: '凭纸卡取店' })
