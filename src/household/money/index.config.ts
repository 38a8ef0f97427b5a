export default definePageConfig({ navigationBarTitleText: '我的钱', enablePullDownRefresh: true })
