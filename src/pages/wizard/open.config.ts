export default definePageConfig({ navigationBarTitleText: '开个小店' })
