import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { startGateway, type Gateway, type GatewayOptions } from '../../../cloudfunctions/local/gateway/index'

export const SECRET = { envId: 'test-env', secretId: 'test-id', secretKey: 'test-key-0123456789' }

// The SDK decides by it, at each request, whether to ask Tencent's metadata service first, and complains without the others.
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: SECRET.envId })

export type App = ReturnType<typeof tcb.init>
export type Db = ReturnType<App['database']>
export type Transaction = Awaited<ReturnType<Db['startTransaction']>>

export interface Rig {
  url: string
  port: number
  dataDir: string
  app: App
  db: Db
  /** Sends a body as it is, with the bearer token unless other headers are given. */
  post(body: unknown, headers?: Record<string, string>): Promise<Record<string, unknown>>
  close(): Promise<void>
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'gateway-'))

export const connect = (url: string, secrets: Partial<typeof SECRET> = {}): App => {
  const { envId, secretId, secretKey } = { ...SECRET, ...secrets }
  return tcb.init({ env: envId, secretId, secretKey, serviceUrl: url, keepalive: true })
}

const started: Gateway[] = []
// A test that fails half way must not leave a server behind that keeps jest from ending.
afterAll(async () => void (await Promise.all(started.map((gateway) => gateway.close()))))

/** `startGateway`, closed at the end of the test file at the latest. */
export async function start(options: GatewayOptions): Promise<Gateway> {
  const gateway = await startGateway(options)
  started.push(gateway)
  return gateway
}

/** A gateway on a folder of its own, and the SDK connected to it. */
export async function startRig(options: Partial<GatewayOptions> = {}): Promise<Rig> {
  const dataDir = options.dataDir ?? temporaryFolder()
  const gateway = await start({ dataDir, ...SECRET, ...options })
  const app = connect(gateway.url)
  return {
    ...gateway,
    dataDir,
    app,
    db: app.database(),
    async post(body, headers = { authorization: `Bearer ${SECRET.secretKey}` }) {
      const response = await fetch(gateway.url, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
      expect(response.status).toBe(200)
      return (await response.json()) as Record<string, unknown>
    },
    async close() {
      await gateway.close()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
