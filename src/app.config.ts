export default defineAppConfig({
  pages: ['pages/home/index', 'pages/code/index', 'pages/bulletin/index', 'pages/article/index', 'pages/me/index'],
  subPackages: [{ root: 'household', pages: ['mine/index'] }],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['household'] } },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '小康码',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f5f1',
    backgroundTextStyle: 'dark',
  },
})
