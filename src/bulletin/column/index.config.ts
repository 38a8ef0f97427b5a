export default definePageConfig({ navigationBarTitleText: '政策、动态、意见', enablePullDownRefresh: true })
