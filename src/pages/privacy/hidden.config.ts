export default definePageConfig({ navigationBarTitleText: '别人看不到的' })
