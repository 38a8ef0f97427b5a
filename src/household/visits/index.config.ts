export default definePageConfig({ navigationBarTitleText: '谁来看过我们', enablePullDownRefresh: true })
