import type { Me } from '#contract/identity'
import { accounts } from '#store/accounts'
import { findEach } from '#store/collection'
import { startCloud, type Cloud } from '../harness/cloud'
import { aHousehold } from '../harness/people'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const me = (as?: Parameters<Cloud['call']>[3]) => cloud.call<Me>('identity', 'me', {}, as)
const invite = (input: object) => cloud.operate<{ code: string; until: string }>('invite', input)
const redeem = (code: string, as?: Parameters<Cloud['call']>[3]) => cloud.call<{ session?: string; me: Me }>('identity', 'redeem', { code }, as)

test('a stranger is nobody', async () => {
  expect(await me()).toEqual({ signedIn: false, farmer: false })
  expect(await me({ session: 'made/up' })).toEqual({ signedIn: false, farmer: false })
  expect(await me({ openid: 'unknown' })).toEqual({ signedIn: false, farmer: false })
})

test('a farmer redeems the village office’s code once, and is signed in', async () => {
  const home = await aHousehold(cloud)
  const { code } = await invite({ token: home.token })
  const { session, me: now } = await redeem(`${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase())
  expect(now).toMatchObject({ signedIn: true, farmer: true, title: '陈**（农户）' })
  expect(await me({ session: session! })).toMatchObject({ signedIn: true, farmer: true })
  expect(await cloud.call('household', 'mine', {}, { session: session! })).toMatchObject({ relation: 'self' })
  await expect(redeem(code)).rejects.toThrow('登录码不对')
})

test('two phones at once: one gets in', async () => {
  const home = await aHousehold(cloud)
  const { code } = await invite({ token: home.token })
  const tries = await Promise.allSettled([redeem(code), redeem(code), redeem(code)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('on WeChat the openid is bound and not kept', async () => {
  const { code } = await invite({ role: 'grid-worker', name: '王小二', agency: '南田镇人民政府', areas: [cloud.county.towns[0]!.villages[0]!.code] })
  const reply = await redeem(code, { openid: 'openid-of-wang' })
  expect(reply.session).toBeUndefined()
  expect(await me({ openid: 'openid-of-wang' })).toMatchObject({ worker: { role: 'grid-worker', areas: [cloud.county.towns[0]!.villages[0]!.name] } })
  expect(JSON.stringify(await findEach(cloud.db, accounts, {}))).not.toContain('openid-of-wang')
})

test('the database holds no session that would let one in', async () => {
  const { code } = await invite({ token: (await aHousehold(cloud)).token })
  const { session } = await redeem(code)
  expect(JSON.stringify(await findEach(cloud.db, accounts, {}))).not.toContain(session!.split('/')[1])
})

test('leaving ends it, on either road', async () => {
  const { code } = await invite({ token: (await aHousehold(cloud)).token })
  const { session } = await redeem(code)
  await cloud.call('identity', 'leave', {}, { session: session! })
  expect(await me({ session: session! })).toMatchObject({ signedIn: false })
  const again = await invite({ token: (await aHousehold(cloud)).token })
  await redeem(again.code, { openid: 'openid-3' })
  await cloud.call('identity', 'leave', {}, { openid: 'openid-3' })
  expect(await me({ openid: 'openid-3' })).toMatchObject({ signedIn: false })
})

test('leaving with somebody else’s account id but no session of it ends nothing', async () => {
  const { code } = await invite({ token: (await aHousehold(cloud)).token })
  const { session } = await redeem(code)
  await cloud.call('identity', 'leave', {}, { session: `${session!.split('/')[0]}/guess` })
  expect(await me({ session: session! })).toMatchObject({ signedIn: true })
})

test('the office cannot be called by a phone', async () => {
  for (const as of ['stranger', { openid: 'x' }] as const) {
    expect(await cloud.reply('office', 'invite', {}, as)).toMatchObject({ error: { code: 'not-allowed' } })
    expect(await cloud.reply('office', 'prepare', {}, as)).toMatchObject({ error: { code: 'not-allowed' } })
  }
})

test('a forged operator is refused', async () => {
  const { main } = await import('#functions/office/index')
  expect(await main({ action: 'prepare', input: {}, operator: { at: Date.now(), proof: '00' } }, {})).toMatchObject({ error: { code: 'bad-input' } })
})
