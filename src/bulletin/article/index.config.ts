export default definePageConfig({ navigationBarTitleText: '政策和动态', enablePullDownRefresh: true, enableShareAppMessage: true })
