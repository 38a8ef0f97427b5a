import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import { filesOf } from './programs/output'
import { pagesOf } from './programs/program'

const folder = resolve(__dirname, '../../dist/weapp')

interface Checks {
  quality: { name: string; success: boolean; text: string; detail?: unknown }[]
  files: { path: string; subPackage: string | null; used: boolean }[]
  faults: { path: string; fault: string }[]
}

/** WeChat's own checks that the programme may fail, each with its reason. None is needed. */
const accepted: Record<string, string> = {}
const asked = [
  'PACKAGE_SIZE_LIMIT',
  'JS_COMPRESS_OPEN',
  'WXML_COMPRESS_OPEN',
  'WXSS_COMPRESS_OPEN',
  'LAZYCODE_LOADING_OPEN',
  'IMAGE_AND_AUDIO_LIMIT',
  'CONTAINS_OTHER_PKG_JS',
  'CONTAINS_OTHER_PKG_COMPONENTS',
  'CONTAINS_UNUSED_PLUGINS',
  'CONTAINS_UNUSED_COMPONENTS',
  'CONTAINS_UNUSED_CODES',
]

let checks: Checks

beforeAll(async () => {
  checks = await new Promise<Checks>((done, fail) => {
    const child = fork(resolve(__dirname, 'checks/weapp-checks.mjs'), [folder], { silent: true })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        said += part.toString()
      })
    child.on('message', (message) => done(message as Checks))
    child.on('exit', (code) => fail(new Error(`WeChat’s checks ended without a result (${code}):\n${said}`)))
  })
}, 60_000)

test('WeChat’s code quality check finds nothing', () => {
  expect(checks.quality.map(({ name }) => name)).toEqual(expect.arrayContaining(asked))
  expect(checks.quality.filter(({ name, success }) => !success && !(name in accepted))).toEqual([])
})

test('nor does it list anything superfluous, even where it lets a little pass', () => {
  const lists = checks.quality.filter(({ name }) => name.startsWith('CONTAINS_'))
  const listed = lists.flatMap(({ detail }) => (Array.isArray(detail) ? detail : (detail as { files: string[] }).files))
  expect(lists.length).toBeGreaterThan(4)
  expect(listed).toEqual([])
})

/** The main package holds what every scan loads first. */
const packageOf = (page: string): string | null =>
  /^pages\/(home|code)\//.test(page) ? null : page.startsWith('pages/') ? 'pages/me/' : `${page.split('/')[0]!}/`

test('WeChat’s analysis reaches every page, each in its package', () => {
  const reached = new Map(checks.files.map(({ path, subPackage }) => [path, subPackage]))
  const pages = pagesOf(folder)
  expect(pages.length).toBeGreaterThan(4)
  expect(pages.map((page) => [page, reached.get(`${page}.js`)])).toEqual(pages.map((page) => [page, packageOf(page)]))
})

test('WeChat’s analysis finds no file that nothing uses, and none that is missing or unreadable', () => {
  const used = new Set(checks.files.filter((file) => file.used).map(({ path }) => path))
  const code = filesOf('weapp')
    .map(({ path }) => path)
    .filter((path) => /\.(js|wxml|wxs|wxss)$/.test(path))
  expect(code.filter((path) => !used.has(path))).toEqual([])
  expect(checks.faults).toEqual([])
})
