import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { doors } from '#contract/doors'
import { collections } from '#store/all'
import { operatorProof } from '#kernel/call/context'
import { currentKeys } from '#kernel/seal/current-keys'
import type { Keys } from '#kernel/seal/keys'
import type { Reply } from '#contract/call/action'
import type { County } from '#domain/county/county'
import { defaultCounty, type LocalOptions } from '../commands/with/arguments'
import { loadCounty } from '../county/load'
import { emptyDataFolder, openDataFolder, writeWhole, type DataFolder } from './data-folder'
import { sdkEnvironment } from '../gateway/index'
import { startGatewayThread, type GatewayThread } from '../gateway/thread/process'
import { shiftClock } from '../gateway/thread/shifted-clock'
import type { Main } from './server'

const envId = 'local-county'
const built = resolve(__dirname, '..')

/** A running local cloud: the database's gateway and the functions, as built. */
export interface LocalCloud {
  data: DataFolder
  county: County
  /** As of now: a rotation adds one while the cloud runs. */
  readonly keys: Keys
  functions: Record<string, Main>
  /** Calls a function as the operator at the terminal. Throws the function's own Chinese message. */
  operate<Data>(name: string, action: string, input: unknown): Promise<Data>
  /** Sets this process's clock and its gateway's ahead by so many ms, behind where negative; 0: real time. Only for one who is alone. */
  shiftClock(ms: number): Promise<void>
  /** See the gateway's. Only for one who is alone. */
  syncEachWrite(does: boolean): Promise<void>
  close(): Promise<void>
}

interface Wanted extends LocalOptions {
  /** Refuses to join a cloud that is already running there. */
  alone?: boolean
  /** Empties the folder first; for one who is alone. */
  fresh?: boolean
}

/** Starts the cloud on a data folder, or joins the one that is already running there. */
export async function startCloud({ data: path, county: named, alone = false, fresh = false }: Wanted): Promise<LocalCloud> {
  const running = await runningGateway(resolve(path))
  if (running && alone) throw new Error('这个数据文件夹正被另一个小康码用着。请先停下那一个，或用 --data 另指一个文件夹。')
  const countyName = countyOf(resolve(path), named, fresh)
  const county = loadCounty(resolve(built, '../config/counties', countyName))
  if (fresh) emptyDataFolder(resolve(path))
  const data = openDataFolder(resolve(path))
  const countyFile = join(data.path, 'county.json')
  writeWhole(countyFile, JSON.stringify(county))
  writeWhole(join(data.path, 'county-name'), countyName)
  const gateway = running ?? (await ownGateway(data))
  const { secretId, secretKey, rootKeys } = data.secrets
  Object.assign(process.env, sdkEnvironment({ url: gateway.url, envId, secretId, secretKey }), {
    ROOT_KEYS: rootKeys,
    ROOT_KEYS_FILE: data.secretsFile,
    COUNTY_FILE: countyFile,
    OFFICE_NETWORKS: process.env.OFFICE_NETWORKS ?? '127.0.0.0/8,::1/128',
    TZ: 'Asia/Shanghai',
  })
  const functions = loadFunctions()
  return {
    data,
    county,
    get keys() {
      return currentKeys()
    },
    functions,
    operate: operator(functions),
    shiftClock: async (ms) => {
      await gateway.shiftClock(ms)
      shiftClock(ms)
    },
    syncEachWrite: gateway.syncEachWrite,
    close: gateway.close,
  }
}

/** A data folder belongs to one county: it remembers which, and refuses another. */
function countyOf(path: string, named: string | undefined, fresh: boolean): string {
  const file = join(path, 'county-name')
  const before = !fresh && existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (before && named && before !== named)
    throw new Error(`${path} 里是 ${before} 的数据。要用 ${named}，请用 --data 另指一个文件夹，或加 --fresh 清空重来。`)
  return named ?? before ?? defaultCounty
}

type Joined = Pick<GatewayThread, 'url' | 'shiftClock' | 'syncEachWrite' | 'close'>

const noteOf = (path: string) => join(path, 'gateway.json')

/** The gateway that a running command left word of in `gateway.json`; stale word is found out by knocking. */
async function runningGateway(path: string): Promise<Joined | undefined> {
  if (!existsSync(noteOf(path))) return undefined
  const { url } = JSON.parse(readFileSync(noteOf(path), 'utf8')) as { url: string }
  return (await knock(url, openDataFolder(path).secrets.secretKey))
    ? { url, shiftClock: notAlone, syncEachWrite: notAlone, close: async () => {} }
    : undefined
}

const notAlone = () => Promise.reject(new Error('only whoever is alone sets the gateway'))

async function ownGateway({ path, secrets }: DataFolder): Promise<Joined> {
  const gateway = await startGatewayThread(
    {
      dataDir: join(path, 'cloud'),
      port: 0,
      envId,
      secretId: secrets.secretId,
      secretKey: secrets.secretKey,
      collections: collections.map(({ name, indexes, undated }) => ({ name, indexes, undated })),
    },
    join(__dirname, 'gateway-thread.js'),
  )
  writeWhole(noteOf(path), JSON.stringify({ url: gateway.url }))
  return {
    url: gateway.url,
    shiftClock: gateway.shiftClock,
    syncEachWrite: gateway.syncEachWrite,
    close: async () => {
      rmSync(noteOf(path), { force: true })
      await gateway.close()
    },
  }
}

/** True when a gateway with our secret answers there. */
async function knock(url: string, secret: string): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'database.startTransaction' }),
      signal: AbortSignal.timeout(2000),
    })
    return typeof ((await answer.json()) as { transactionId?: string }).transactionId === 'string'
  } catch {
    return false
  }
}

/** The functions as they were built for the cloud: the same files that are deployed. */
const loadFunctions = (): Record<string, Main> =>
  Object.fromEntries(
    Object.keys(doors).map((name) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only now: they read the environment set above
      const { main } = require(join(built, 'cloudfunctions', name, 'index.js')) as { main: Main }
      return [name, main]
    }),
  )

const operator =
  (functions: Record<string, Main>) =>
  async <Data>(name: string, action: string, input: unknown): Promise<Data> => {
    const reply = (await functions[name]!(
      { action, input, operator: operatorProof(currentKeys(), action, input, Date.now()) },
      {},
    )) as Reply<Data>
    if ('error' in reply) throw new Error(reply.error.message)
    return reply.data
  }
