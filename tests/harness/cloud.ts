import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Reply } from '#contract/action'
import type { ImportReport } from '#contract/office'
import type { County } from '#domain/county'
import { operatorProof } from '#kernel/context'
import { readRootKeys, type Keys } from '#kernel/keys'
import { loadCounty } from '#local/county/load'
import { sdkEnvironment, startGateway } from '#local/gateway/index'
import { wechatContext } from '#local/host/http-event'
import { collections } from '#store/all'
import type { Db } from '#store/collection'
import { countRounds, type Rounds } from './rounds'

const root = resolve(__dirname, '../..')
export const fixtures = resolve(root, '../shared/fixtures/departments')
const envId = 'test-county'

export type FunctionName = 'identity' | 'household' | 'bulletin' | 'office'

/** Who calls: nobody, a WeChat user, or the holder of a session. */
export type As = 'stranger' | { openid: string } | { session: string }

export interface Cloud {
  db: Db
  keys: Keys
  county: County
  rounds: Rounds
  /** The whole reply of a function, over HTTP or as WeChat calls it. */
  reply<Data>(name: FunctionName, action: string, input: unknown, as?: As): Promise<Reply<Data>>
  /** Its data; throws its error's code and words. */
  call<Data>(name: FunctionName, action: string, input: unknown, as?: As): Promise<Data>
  operate<Data>(action: string, input: unknown): Promise<Data>
  importFile(path: string): Promise<ImportReport>
  importBytes(fileName: string, content: Buffer): Promise<ImportReport>
  close(): Promise<void>
}

/** A cloud of its own for one test file: gateway on a temporary folder, the unmodified SDK, the functions' own `main`. */
export async function startCloud({ county: folder = join(root, 'config/counties/wencheng') } = {}): Promise<Cloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaokang-'))
  const secrets = { secretId: 'test', secretKey: randomBytes(12).toString('hex') }
  const gateway = await startGateway({ dataDir, port: 0, envId, ...secrets, collections })
  const rounds = await countRounds(gateway.url)
  const county = loadCounty(folder)
  const countyFile = join(dataDir, 'county.json')
  writeFileSync(countyFile, JSON.stringify(county))
  const rootKeys = `1:${randomBytes(32).toString('base64')}`
  Object.assign(process.env, sdkEnvironment({ url: rounds.url, envId, ...secrets }), { ROOT_KEYS: rootKeys, COUNTY_FILE: countyFile })
  const keys = readRootKeys(rootKeys)
  const { environment } = await import('#kernel/environment')
  const { default: tcb } = await import('@cloudbase/node-sdk')
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })

  const cloud: Cloud = {
    db: environment().db,
    keys,
    county,
    rounds,
    async reply(name, action, input, as = 'stranger') {
      const { main } = (await import(`../../cloudfunctions/functions/${name}/index`)) as { main: (event: unknown, context: unknown) => Promise<unknown> }
      if (as !== 'stranger' && 'openid' in as) return (await main({ action, input }, wechatContext(as.openid, envId))) as never
      const headers = as === 'stranger' ? {} : { authorization: `Bearer ${as.session}` }
      const { body } = (await main({ httpMethod: 'POST', path: `/api/${name}`, headers, body: JSON.stringify({ action, input }) }, {})) as { body: string }
      return JSON.parse(body) as never
    },
    async call<Data>(name: FunctionName, action: string, input: unknown, as?: As) {
      return dataOf(await cloud.reply<Data>(name, action, input, as))
    },
    async operate<Data>(action: string, input: unknown) {
      const { main } = await import('#functions/office/index')
      return dataOf((await main({ action, input, operator: operatorProof(keys, action, input, Date.now()) }, {})) as Reply<Data>)
    },
    importFile: (path) => cloud.importBytes(basename(path), readFileSync(path)),
    async importBytes(fileName, content) {
      const { fileID } = await app.uploadFile({ cloudPath: `imports/${randomBytes(8).toString('hex')}`, fileContent: content })
      return cloud.operate<ImportReport>('import', { fileName, fileID })
    },
    async close() {
      await rounds.close()
      await gateway.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await cloud.operate('prepare', {})
  return cloud
}

function dataOf<Data>(reply: Reply<Data>): Data {
  if ('error' in reply) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.data
}
