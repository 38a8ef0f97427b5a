export default definePageConfig({ navigationBarTitleText: '给本人绑定手机' })
