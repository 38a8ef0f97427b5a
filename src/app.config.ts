/** The officers' desk is there in a browser only; the mini-programs contain nothing of it. */
const office = process.env.TARO_ENV === 'h5' ? [{ root: 'office', pages: ['desk/index'] }] : []

/** Alipay's only source of secure randomness (services/sealing/random-source); config/index.ts puts the file there. */
const worker = process.env.TARO_ENV === 'alipay' ? { workers: ['workers/random.js'] } : {}

/** What WeChat may index (config/sitemap.json). */
const sitemap = process.env.TARO_ENV === 'weapp' ? { sitemapLocation: 'sitemap.json' } : {}

export default defineAppConfig({
  ...worker,
  ...sitemap,
  pages: ['pages/home/index', 'pages/code/index'],
  subPackages: [
    { root: 'pages/me', pages: ['index'] },
    {
      root: 'household',
      pages: [
        'mine/index',
        'file/index',
        'money/index',
        'visits/index',
        'details/index',
        'bind/index',
        'confirm/index',
        'looks/index',
        'requests/index',
        'cases/index',
        'proxies/index',
        'phones/index',
        'copy/index',
      ],
    },
    {
      root: 'field',
      pages: ['checks/index', 'check/index', 'calls/index', 'call/index', 'homes/index', 'visit/index', 'plan/index', 'outbox/index'],
    },
    {
      root: 'bulletin',
      pages: [
        'column/index',
        'article/index',
        'search/index',
        'place/index',
        'suggest/index',
        'suggestion/index',
        'apply/index',
        'application/index',
        'privacy/index',
      ],
    },
    { root: 'report', pages: ['write/index', 'track/index'] },
    ...office,
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['household', 'bulletin', 'pages/me'] },
    'pages/code/index': { network: 'all', packages: ['household', 'bulletin', 'pages/me'] },
  },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '小康码',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f5f1',
    backgroundTextStyle: 'dark',
  },
})
