export default definePageConfig({ navigationBarTitleText: '扫码看到的', enablePullDownRefresh: true })
