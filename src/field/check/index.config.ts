export default definePageConfig({ navigationBarTitleText: '填入户核查' })
