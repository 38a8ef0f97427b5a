import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { collections } from '#store/all'
import { operatorProof } from '#kernel/context'
import { readRootKeys, type Keys } from '#kernel/keys'
import type { Reply } from '#contract/action'
import type { County } from '#domain/county'
import { loadCounty } from './county/load'
import { openDataFolder, writeWhole, type DataFolder } from './data-folder'
import { sdkEnvironment } from './gateway/index'
import { startGatewayThread } from './gateway/process'
import type { Main } from './host/server'

const envId = 'local-county'
const built = resolve(__dirname, '..')

/** A running local cloud: the database's gateway and the functions, as built. */
export interface LocalCloud {
  data: DataFolder
  county: County
  keys: Keys
  functions: Record<string, Main>
  /** Calls a function as the operator at the terminal. Throws the function's own Chinese message. */
  operate<Data>(name: string, action: string, input: unknown): Promise<Data>
  close(): Promise<void>
}

/** Starts the cloud on a data folder, or joins the one that is already running there. */
export async function startCloud({ data: path, county: countyName }: { data: string; county: string }): Promise<LocalCloud> {
  const county = loadCounty(resolve(built, '../config/counties', countyName))
  const data = openDataFolder(resolve(path))
  const countyFile = join(data.path, 'county.json')
  writeWhole(countyFile, JSON.stringify(county))
  const gateway = await joinOrStartGateway(data)
  const { secretId, secretKey, rootKeys } = data.secrets
  Object.assign(process.env, sdkEnvironment({ url: gateway.url, envId, secretId, secretKey }), { ROOT_KEYS: rootKeys, COUNTY_FILE: countyFile, TZ: 'Asia/Shanghai' })
  const keys = readRootKeys(rootKeys)
  const functions = loadFunctions()
  return { data, county, keys, functions, operate: operator(functions, keys), close: gateway.close }
}

/** `gateway.json` tells the commands where the running gateway is; a stale one is found out by knocking. */
async function joinOrStartGateway({ path, secrets }: DataFolder): Promise<{ url: string; close(): Promise<void> }> {
  const note = join(path, 'gateway.json')
  const running = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { url: string }) : undefined
  if (running && (await knock(running.url, secrets.secretKey))) return { url: running.url, close: async () => {} }
  const gateway = await startGatewayThread({ dataDir: join(path, 'cloud'), port: 0, envId, secretId: secrets.secretId, secretKey: secrets.secretKey, collections }, join(__dirname, 'gateway-thread.js'))
  writeWhole(note, JSON.stringify({ url: gateway.url }))
  return {
    url: gateway.url,
    close: async () => {
      rmSync(note, { force: true })
      await gateway.close()
    },
  }
}

/** True when a gateway with our secret answers there. */
async function knock(url: string, secret: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify({ action: 'database.startTransaction' }), signal: AbortSignal.timeout(2000) })
    return typeof ((await answer.json()) as { transactionId?: string }).transactionId === 'string'
  } catch {
    return false
  }
}

const names = ['identity', 'household', 'bulletin', 'office'] as const

/** The functions as they were built for the cloud: the same files that are deployed. */
const loadFunctions = (): Record<string, Main> =>
  Object.fromEntries(names.map((name) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only now: they read the environment set above
    const { main } = require(join(built, 'cloudfunctions', name, 'index.js')) as { main: Main }
    return [name, main]
  }))

const operator = (functions: Record<string, Main>, keys: Keys) => async <Data>(name: string, action: string, input: unknown): Promise<Data> => {
  const reply = (await functions[name]!({ action, input, operator: operatorProof(keys, action, input, Date.now()) }, {})) as Reply<Data>
  if ('error' in reply) throw new Error(reply.error.message)
  return reply.data
}
