export default definePageConfig({ navigationBarTitleText: '入户核查', enablePullDownRefresh: true })
