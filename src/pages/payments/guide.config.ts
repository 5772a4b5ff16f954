export default definePageConfig({ navigationBarTitleText: '怎么收钱' })
