export default definePageConfig({ navigationBarTitleText: '让家人看', enablePullDownRefresh: true })
