import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Project, analyseCode, checkCodeQuality } from 'miniprogram-ci'
import { filesOf } from './output'
import { pagesOf } from './program'

const projectPath = resolve(__dirname, '../../dist/weapp')

/** WeChat's own checks that the programme may fail, each with its reason. None is needed. */
const accepted: Record<string, string> = {}

let keys: string
let project: InstanceType<typeof Project>
let connect: jest.SpyInstance

beforeAll(() => {
  keys = mkdtempSync(join(tmpdir(), 'xiaokang-key-'))
  const privateKeyPath = join(keys, 'nobody.key')
  // The checks never use it; the tool only wants one to be there.
  writeFileSync(privateKeyPath, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }))
  project = new Project({ appid: 'touristappid', type: 'miniProgram', projectPath, privateKeyPath, ignores: [] })
  connect = jest.spyOn(Socket.prototype, 'connect')
})
afterAll(() => {
  rmSync(keys, { recursive: true, force: true })
  // Nothing was asked of any network.
  expect(connect).not.toHaveBeenCalled()
  connect.mockRestore()
})

test('WeChat’s own code quality check finds nothing', async () => {
  const items = await checkCodeQuality(project)
  expect(items.map(({ name }) => String(name))).toEqual(expect.arrayContaining([
    'PACKAGE_SIZE_LIMIT', 'JS_COMPRESS_OPEN', 'WXML_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN', 'LAZYCODE_LOADING_OPEN', 'IMAGE_AND_AUDIO_LIMIT',
    'CONTAINS_OTHER_PKG_JS', 'CONTAINS_OTHER_PKG_COMPONENTS', 'CONTAINS_UNUSED_COMPONENTS', 'CONTAINS_UNUSED_CODES',
  ]))
  expect(items.filter(({ name, success }) => !success && !(name in accepted))).toEqual([])
}, 60_000)

test('WeChat’s own analysis reaches every page, each in its package, and every line of code', async () => {
  const { files = [], modules = [] } = await analyseCode(project, { silent: true }) ?? {}
  const reached = new Map(files.map(({ path, subPackage }) => [path, subPackage]))
  for (const page of pagesOf(projectPath)) {
    expect(reached.has(`${page}.js`)).toBe(true)
    expect(reached.get(`${page}.js`)).toBe(page.startsWith('pages/') ? null : `${page.split('/')[0]!}/`)
  }
  const code = filesOf('weapp').map(({ path }) => path).filter((path) => /\.(js|wxml|wxs|wxss)$/.test(path))
  expect(code.filter((path) => !reached.has(path))).toEqual([])
  expect(modules.filter(({ errors, buildError }) => errors || buildError)).toEqual([])
}, 60_000)
