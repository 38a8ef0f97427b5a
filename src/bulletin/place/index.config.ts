export default definePageConfig({ navigationBarTitleText: '村里的事', enablePullDownRefresh: true })
