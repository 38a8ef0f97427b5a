export default definePageConfig({ navigationBarTitleText: '小康码办公' })
