export default definePageConfig({ navigationBarTitleText: '小康码', enablePullDownRefresh: true })
