import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { closeDemo } from '#local/demo/county'
import { demoDoor } from '#local/demo/door'
import type { DemoPeople } from '#local/demo/sign-ins'
import { startHost } from '#local/host/server'
import { signCode } from '#kernel/access/code-signer'
import { startCloud, type Cloud } from '../harness/cloud'

let cloud: Cloud
let host: Awaited<ReturnType<typeof startHost>>

beforeAll(async () => {
  cloud = await startCloud()
  writeFileSync(join(cloud.dataDir, 'demo.json'), JSON.stringify({ today: '2026-11-29', done: true }))
  const token = signCode(cloud.keys, '0123456789ABCDEF')
  const people = {
    household: { headName: '陈阿公', villageCode: '330328100201' },
    village: '示例村',
    token,
    foreign: token,
    tails: { id: '123456', phone: '1234' },
    accounts: [{ id: 'farmer', label: '农户', binds: { person: null, staffId: null, grantHolders: [] }, opens: '/' }],
  } as unknown as DemoPeople
  host = await startHost({
    port: 0,
    host: '127.0.0.1',
    functions: {},
    sideDoor: demoDoor(cloud.db, { keys: cloud.keys, data: { path: cloud.dataDir } }, people),
  })
})
afterAll(async () => {
  await host.close()
  await cloud.close()
})

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: NodeJS.Dict<unknown>; body: string }>((done, fail) => {
    request({ host: '127.0.0.1', port: host.port, method, path, headers }, (answer) => {
      let body = ''
      answer
        .on('data', (part: Buffer) => (body += part.toString()))
        .on('end', () => done({ status: answer.statusCode!, headers: answer.headers, body }))
    })
      .on('error', fail)
      .end()
  })
const signIn = (headers: Record<string, string> = {}) => ask('POST', '/demo/sign-in/farmer', { 'x-demo': '1', ...headers })

test('the demo’s page is drawn in no frame and runs its own script only', async () => {
  const { status, headers, body } = await ask('GET', '/demo')
  expect([status, body.includes('演示登录')]).toEqual([200, true])
  expect(headers).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/script-src 'sha256-/),
  })
})

test.each<[string, Record<string, string>]>([
  ['a foreign name', { host: 'evil.example' }],
  ['a proxy’s note of whom it asks for', { 'x-forwarded-for': '203.0.113.9' }],
  ['a proxy’s note that calls itself this machine', { 'x-real-ip': '127.0.0.1' }],
])('it is not there for %s', async (_, headers) => {
  expect((await ask('GET', '/demo', headers)).status).toBe(404)
  expect((await signIn(headers)).status).toBe(404)
})

test('once a department’s own file is in, nobody signs in by it, and whoever had is out', async () => {
  const { session } = JSON.parse((await signIn()).body) as { session: string }
  await expect(cloud.call('identity', 'me', {}, { session })).resolves.toBeDefined()
  expect(await closeDemo(cloud.dataDir, cloud.db)).toBe(true)
  expect((await ask('GET', '/demo')).status).toBe(404)
  expect((await signIn()).status).toBe(404)
  expect(await cloud.db.collection('accounts').count()).toMatchObject({ total: 0 })
  expect(await closeDemo(cloud.dataDir, cloud.db)).toBe(false)
})
