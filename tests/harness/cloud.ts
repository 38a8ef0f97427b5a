import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Reply } from '#contract/call/action'
import type { DoorName } from '#contract/doors'
import type { ImportProgress, ImportResult } from '#contract/intake/actions'
import type { County } from '#domain/county/county'
import { operatorProof } from '#kernel/call/context'
import { readRootKeys, type Keys } from '#kernel/seal/keys'
import { loadCounty } from '#local/county/load'
import { sdkEnvironment, startGateway } from '#local/gateway/index'
import { wechatContext } from '#local/host/http-event'
import { collections } from '#store/all'
import type { Db } from '#store/db/collection'
import { markerOf } from './marked'
import { countRounds, type Rounds } from './rounds'

const root = resolve(__dirname, '../..')
export const fixtures = resolve(root, 'tests/fixtures/departments')
const envId = 'test-county'

/** What the terminal may call. */
type Operated = 'office' | 'intake' | 'patrol'

/** Who calls: nobody, a WeChat user, or the holder of a session. */
export type As = 'stranger' | { openid: string } | { session: string }

/** What the request over HTTP says of where it comes from; this machine unless told otherwise. */
export interface From {
  sourceIp?: string
  headers?: Record<string, string>
}

export interface Cloud {
  db: Db
  keys: Keys
  county: County
  /** Where the gateway keeps its files: for tests that reach round it. */
  dataDir: string
  rounds: Rounds
  /** The whole reply of a function, over HTTP or as WeChat calls it. */
  reply<Data>(name: DoorName, action: string, input: unknown, as?: As, from?: From): Promise<Reply<Data>>
  /** Its data; throws its error's code and words. */
  call<Data>(name: DoorName, action: string, input: unknown, as?: As, from?: From): Promise<Data>
  /** Calls `office`, or the function named, as the operator. */
  operate<Data>(action: string, input: unknown, name?: Operated): Promise<Data>
  importFile(path: string): Promise<ImportResult>
  importBytes(fileName: string, content: Buffer): Promise<ImportResult>
  /** Adds the next root key, in force at once: `keys` and the functions have it from now on. */
  addRootKey(): void
  /**
   * Remembers the county as it is, with its files and root keys; what it returns brings it back, so that the tests of a file begin
   * alike and are set up once. Nothing may be under way. What functions keep in memory, and the clock, stay as they are.
   */
  mark(): () => void
  /** A county that was told nothing yet, under its first key: back to how it was prepared. */
  empty(): Promise<void>
  close(): Promise<void>
}

/** A cloud of its own for one test file: gateway on a temporary folder, the unmodified SDK, the functions' own `main`. */
export async function startCloud({ county: folder = join(root, 'config/counties/wencheng') } = {}): Promise<Cloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaokang-'))
  const secrets = { secretId: 'test', secretKey: randomBytes(12).toString('hex') }
  const gateway = await startGateway({ dataDir, port: 0, envId, ...secrets, collections })
  const rounds = countRounds(gateway.port)
  const marker = markerOf(dataDir)
  const county = loadCounty(folder)
  const countyFile = join(dataDir, 'county.json')
  writeFileSync(countyFile, JSON.stringify(county))
  const rootKeys = aRootKey(1)
  Object.assign(process.env, sdkEnvironment({ url: gateway.url, envId, ...secrets }), {
    ROOT_KEYS: rootKeys,
    COUNTY_FILE: countyFile,
    OFFICE_NETWORKS: '127.0.0.0/8',
  })
  const keys = readRootKeys(rootKeys)
  const { environment } = await import('#kernel/call/environment')
  const { default: tcb } = await import('@cloudbase/node-sdk')
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })

  const cloud: Cloud = {
    db: environment().db,
    keys,
    county,
    dataDir,
    rounds,
    async reply(name, action, input, as = 'stranger', { sourceIp = '127.0.0.1', headers: more = {} } = {}) {
      const { main } = (await import(`../../cloudfunctions/functions/${name}/index`)) as {
        main: (event: unknown, context: unknown) => Promise<unknown>
      }
      if (as !== 'stranger' && 'openid' in as) return (await main({ action, input }, wechatContext(as.openid, envId))) as never
      const headers = { 'content-type': 'application/json', ...more, ...(as !== 'stranger' && { authorization: `Bearer ${as.session}` }) }
      const { body } = (await main(
        { httpMethod: 'POST', path: `/api/${name}`, headers, requestContext: { sourceIp }, body: JSON.stringify({ action, input }) },
        {},
      )) as { body: string }
      return JSON.parse(body) as never
    },
    async call<Data>(name: DoorName, action: string, input: unknown, as?: As, from?: From) {
      return dataOf(await cloud.reply<Data>(name, action, input, as, from))
    },
    async operate<Data>(action: string, input: unknown, name: Operated = 'office') {
      const { main } = (await import(`../../cloudfunctions/functions/${name}/index`)) as {
        main: (event: unknown, context: unknown) => Promise<unknown>
      }
      return dataOf((await main({ action, input, operator: operatorProof(cloud.keys, action, input, Date.now()) }, {})) as Reply<Data>)
    },
    importFile: (path) => cloud.importBytes(basename(path), readFileSync(path)),
    async importBytes(fileName, content) {
      const { fileID } = await app.uploadFile({ cloudPath: `imports/${randomBytes(8).toString('hex')}`, fileContent: content })
      let far = await cloud.operate<ImportProgress>('import', { fileName, fileID }, 'intake')
      while (far.state === 'waiting') {
        await cloud.operate('work', {}, 'intake')
        far = await cloud.operate('progress', { sha256: far.sha256 }, 'intake')
      }
      if (!far.result) throw new Error(far.fault)
      return far.result
    },
    addRootKey() {
      process.env.ROOT_KEYS += `,${aRootKey(cloud.keys.byVersion.size + 1)}`
      cloud.keys = readRootKeys(process.env.ROOT_KEYS!)
    },
    mark() {
      const keysThen = process.env.ROOT_KEYS!
      const back = marker.mark()
      return () => {
        back()
        process.env.ROOT_KEYS = keysThen
        cloud.keys = readRootKeys(keysThen)
      }
    },
    empty: () => Promise.resolve(prepared()),
    async close() {
      rounds.close()
      marker.close()
      await gateway.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await cloud.operate('prepare', {})
  const prepared = cloud.mark()
  return cloud
}

const aRootKey = (version: number): string => `${version}:${randomBytes(32).toString('base64')}`

function dataOf<Data>(reply: Reply<Data>): Data {
  if ('error' in reply) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.data
}
