export default definePageConfig({ navigationBarTitleText: '帮忙付钱' })
