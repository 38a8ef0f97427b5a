export default definePageConfig({ navigationBarTitleText: '小康码' })
