export default definePageConfig({ navigationBarTitleText: '找货' })
