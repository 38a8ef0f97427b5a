export default definePageConfig({ navigationBarTitleText: '我的更正和投诉', enablePullDownRefresh: true })
