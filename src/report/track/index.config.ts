export default definePageConfig({ navigationBarTitleText: '看举报的答复' })
