export default definePageConfig({ navigationBarTitleText: '这家的情况', enablePullDownRefresh: true })
