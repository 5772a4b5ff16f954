export default definePageConfig({ navigationBarTitleText: '用钥匙找回小店' })
