export default definePageConfig({ navigationBarTitleText: '抽样回访', enablePullDownRefresh: true })
