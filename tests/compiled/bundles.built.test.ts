import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { pagesOf } from './programs/program'
import { filesOf, findings, jsonOf, mainPackageBytes } from './programs/output'

const root = resolve(__dirname, '../..')
const clients = ['weapp', 'alipay', 'h5']

/** Marks that a piece of the server leaves in a bundle even when its names are shortened; `in` says where it must be found. */
const server = [
  { what: 'zod', mark: /\bzod\b|ZodError|_zod\b/, in: 'cloudfunctions' },
  { what: 'the CloudBase SDK', mark: /@cloudbase\/node-sdk/, in: 'cloudfunctions' },
  { what: 'casl', mark: /\bcasl\b|__caslSubjectType__/, in: 'cloudfunctions' },
  { what: 'the keys’ names', mark: /ROOT_KEYS/, in: 'cloudfunctions' },
  { what: 'the server’s cipher', mark: /sm4-cbc/i, in: 'cloudfunctions' },
  { what: 'libsql', mark: /libsql/, in: 'local' },
]
/** What only the demo county on one's own machine has. */
const demo = /\bdemo-|\/demo\b|演示登录/

describe.each(clients)('the %s client', (build) => {
  test.each(server)('has nothing of $what, which the server does have', ({ mark, in: elsewhere }) => {
    expect(findings(elsewhere, mark)).not.toEqual([])
    expect(findings(build, mark)).toEqual([])
  })

  test('has no demo code, which the local cloud does have', () => {
    expect(findings('local', demo)).not.toEqual([])
    expect(findings(build, demo)).toEqual([])
  })

  test('names no path of the machine that built it', () => {
    expect(
      findings(
        build,
        new RegExp(`${root}\\b|${homedir()}/|/node_modules/|["'\`(](?:/(?:home|Users|work|tmp|private|var)/|[A-Z]:\\\\\\\\)`),
      ),
    ).toEqual([])
  })
})

test('the cloud functions have no demo code', () => {
  expect(findings('cloudfunctions', demo)).toEqual([])
})

describe('a function is read in whole whenever it starts', () => {
  const paths = () => filesOf('cloudfunctions').map(({ path }) => path)

  test('what it needs only now and then lies beside it: readers and writers of workbooks, the dictionaries of the search', () => {
    const beside = paths().filter((path) => !/\/(index\.js|package\.json|county\.json)$/.test(path))
    expect(beside.sort()).toEqual([
      'bulletin/opencc-js-t2cn.js',
      'bulletin/pinyin-pro.js',
      'intake/e965-xlsx-dist-cpexcel.js',
      'intake/e965-xlsx.js',
      'intake/htmlparser2.js',
      'intake/hucre-xlsx.js',
      'intake/iconv-lite.js',
      'intake/pinyin-pro.js',
      'intake/saxes.js',
      'intake/yauzl.js',
      'office/iconv-lite.js',
      'office/pinyin-pro.js',
      'patrol/pinyin-pro.js',
    ])
    expect(findings('cloudfunctions', /SheetJS/).filter((one) => !one.startsWith('intake/e965-xlsx.js'))).toEqual([])
  })

  test('none is larger than five eighths of a megabyte', () =>
    expect(filesOf('cloudfunctions').filter(({ path, bytes }) => path.endsWith('/index.js') && bytes > 640_000)).toEqual([]))
})

/** Addresses that stand in the code and are never asked. Any other has to be explained here first. */
const explained: [address: RegExp, why: string][] = [
  [/^http:\/\/www\.w3\.org\//, 'names of XML namespaces'],
  [/^https:\/\/reactjs\.org\/docs\/error-decoder\.html/, 'React: in the text of an error message'],
  [/^https:\/\/taro\.com$/, 'Taro: what `location` says in a mini-program'],
  [/^https:\/\/github\.com\/zloirock\/core-js/, 'core-js: its licence, which it keeps in a string'],
  [/^https:\/\/(a(\/c%20d\?a=1&c=3|@b|#б)?|тест|x)$/, 'core-js: asks the engine’s own URL whether it reads addresses right'],
  [/^https:\/\/query-string\.invalid$/, 'query-string: a base to parse addresses with, in a domain that cannot exist'],
]

describe.each(clients)('the addresses in the %s client', (build) => {
  test('are explained, each one', () => {
    const code = filesOf(build).filter(({ path }) => !path.endsWith('.LICENSE.txt'))
    const addresses = code.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:https?|wss?):\/\/[^"'`)\\ <>$;,]+/g)].map(([address]) => ({ path, address })),
    )
    expect(addresses.filter(({ address }) => !explained.some(([known]) => known.test(address)))).toEqual([])
  })

  test('are never of the kind that takes its protocol from the page', () => {
    expect(findings(build, /(?:["'`(]|url\()\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/)).toEqual([])
  })
})

describe('the main package is at most half as large again as that of an empty Taro app', () => {
  test.each([
    ['weapp', 288_927],
    ['alipay', 237_070],
  ])('%s', (build, empty) => {
    const bytes = mainPackageBytes(build)
    process.stdout.write(`main package of ${build}: ${bytes} bytes, ${(bytes / empty).toFixed(3)} × an empty app (${empty})\n`)
    expect(bytes).toBeGreaterThan(empty / 2)
    expect(bytes).toBeLessThanOrEqual(1.5 * empty)
  })
})

describe.each([
  ['weapp', '.wxml'],
  ['alipay', '.axml'],
])('the %s build', (build, template) => {
  test('has every page that app.json names', () => {
    const paths = new Set(filesOf(build).map(({ path }) => path))
    const pages = pagesOf(resolve(root, 'dist', build))
    expect(pages).toContain('pages/code/index')
    expect(pages.flatMap((page) => [`${page}.js`, `${page}.json`, page + template]).filter((path) => !paths.has(path))).toEqual([])
  })

  test('has no file beside those that the programme needs', () => {
    const kinds = new Set(filesOf(build).map(({ path }) => path.slice(path.lastIndexOf('.'))))
    const needed =
      build === 'weapp'
        ? ['.js', '.json', '.txt', '.wxml', '.wxs', '.wxss']
        : ['.acss', '.axml', '.browserslistrc', '.js', '.json', '.sjs', '.txt']
    expect([...kinds].filter((kind) => !needed.includes(kind))).toEqual([])
  })
})

test('WeChat may index what anybody may read, and nothing that is somebody’s', () => {
  const { rules } = jsonOf<{ rules: { action: string; page: string }[] }>('weapp', 'sitemap.json')
  expect(jsonOf<{ sitemapLocation: string }>('weapp', 'app.json').sitemapLocation).toBe('sitemap.json')
  const allowed = (page: string) => rules.find((rule) => rule.page === page || rule.page === '*')?.action
  for (const page of pagesOf(resolve(root, 'dist/weapp')))
    expect([page, allowed(page)]).toEqual([page, /^(pages\/home|bulletin\/(column|article))\/index$/.test(page) ? 'allow' : 'disallow'])
})

test('no two pages of a client have one title', () => {
  for (const build of ['weapp', 'alipay']) {
    const titles = pagesOf(resolve(root, 'dist', build)).map((page) => {
      const { navigationBarTitleText, defaultTitle } = jsonOf<{ navigationBarTitleText?: string; defaultTitle?: string }>(
        build,
        `${page}.json`,
      )
      return navigationBarTitleText ?? defaultTitle
    })
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  }
})

test('Alipay’s events are bound in camel case, as Alipay reads them', () => {
  expect(findings('alipay', /\sonTap="eh"/)).not.toEqual([])
  expect(findings('alipay', /\s(?:on|catch)[a-z]+="/)).toEqual([])
})

test('the page of the browser client finds each of its files', () => {
  const [index] = filesOf('h5').filter(({ path }) => path === 'index.html')
  const paths = new Set(filesOf('h5').map(({ path }) => `/${path}`))
  const asked = [...index!.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!)
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.filter((path) => !paths.has(path))).toEqual([])
})

describe('project files', () => {
  interface WeChatProject {
    miniprogramRoot: string
    cloudfunctionRoot: string
    compileType: string
  }
  interface AlipayProject {
    format: number
    miniprogramRoot: string
    compileType: string
  }

  test('WeChat’s tools find the programme and the functions from the project’s folder', () => {
    expect(jsonOf<WeChatProject>('..', 'project.config.json')).toMatchObject({
      miniprogramRoot: 'dist/weapp/',
      cloudfunctionRoot: 'dist/cloudfunctions/',
      compileType: 'miniprogram',
    })
  })

  test('and the programme from its own', () => {
    expect(jsonOf<WeChatProject>('weapp', 'project.config.json')).toMatchObject({ miniprogramRoot: './', compileType: 'miniprogram' })
    expect(jsonOf<WeChatProject>('weapp', 'project.config.json')).not.toHaveProperty('cloudfunctionRoot')
  })

  test('Alipay’s tools find it too', () => {
    expect(jsonOf<AlipayProject>('..', 'mini.project.json')).toMatchObject({
      format: 2,
      miniprogramRoot: 'dist/alipay/',
      compileType: 'mini',
    })
    expect(jsonOf<AlipayProject>('alipay', 'mini.project.json')).toMatchObject({ format: 2, miniprogramRoot: './', compileType: 'mini' })
  })
})
