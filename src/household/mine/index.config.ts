export default definePageConfig({ navigationBarTitleText: '我的一户', enablePullDownRefresh: true })
