export default definePageConfig({ navigationBarTitleText: '教得怎么样' })
