import type { Look, Proxy } from '#contract/household/farmer'
import type { HouseholdFile } from '#contract/household/actions'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aDividend, aHousehold, aPayment, aProxy, asFarmer, asWorker, helpersFor, signedIn } from '../harness/people'
import { aMember } from './family'
import { me, redeem } from './steps'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const daughter = { name: '陈小妹', relation: '女儿', parts: ['money', 'members'], until: '2026-12-31' }
type Allowed = { proxy: Proxy; code: string; codeUntil: string }
const allow = (as: As, over: object = {}) => cloud.call<Allowed>('household', 'allow', { ...daughter, ...over }, as)
const listed = async (as: As) => (await cloud.call<{ proxies: Proxy[] }>('household', 'proxies', {}, as)).proxies
const see = (as: As, proxyId: string) => cloud.call<HouseholdFile>('household', 'mine', { proxyId }, as)
const scan = (as: As, token: string) => cloud.call<HouseholdFile>('household', 'lookup', { token }, as)

/** New trusts count from a day later. */
const aDayLater = () => onlyTheClockIsFake('2026-10-21T02:00:00Z')

/** A household with something in every part, its farmer, and a daughter who redeemed. */
async function trusting(over: object = {}) {
  const home = await aHousehold(cloud)
  await aPayment(cloud, home._id, { month: '2026-10', dueFen: 76200, bank: 'credited' })
  await aDividend(cloud, home._id)
  await helpersFor(cloud, home._id, 'w')
  const farmer = await asFarmer(cloud, home)
  const { proxy, code } = await allow(farmer, over)
  const { session } = await redeem(cloud, code)
  aDayLater()
  return { home, farmer, proxy, relative: { session: session! } }
}

test('allowed: who, what, until when, and a code for a day', async () => {
  const farmer = await asFarmer(cloud, await aHousehold(cloud))
  const allowed = await allow(farmer)
  expect(allowed).toEqual({
    proxy: { id: allowed.proxy.id, ...daughter, from: '2026-10-20', by: 'self', state: 'waiting', countsFrom: '2026-10-21T02:00:00.000Z' },
    code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{12}$/) as string,
    codeUntil: '2026-10-21T02:00:00.000Z',
  })
  expect(await listed(farmer)).toEqual([allowed.proxy])
})

test('the relative sees the named parts and no others, by the list and by scanning any card of the household', async () => {
  const { home, proxy, relative } = await trusting()
  const member = await aMember(cloud, home)
  for (const file of [await see(relative, proxy.id), await scan(relative, home.token), await scan(relative, member.token)]) {
    expect(file).toMatchObject({
      kind: 'household',
      relation: 'relative',
      money: [{ dueFen: 76200 }],
      can: { see: ['money', 'members'], own: false, confirm: false },
    })
    for (const part of ['dividends', 'policies', 'helpers']) expect(file).not.toHaveProperty(part)
  }
})

test('taken back, the relative is a stranger at the next request', async () => {
  const { home, farmer, proxy, relative } = await trusting()
  await see(relative, proxy.id)
  const { proxies } = await cloud.call<{ proxies: Proxy[] }>('household', 'disallow', { id: proxy.id }, farmer)
  expect(proxies).toMatchObject([{ id: proxy.id, state: 'revoked' }])
  await expect(see(relative, proxy.id)).rejects.toThrow('sign-in')
  expect(await scan(relative, home.token)).toMatchObject({ kind: 'stranger' })
  expect(await me(cloud, relative)).toMatchObject({ signedIn: false, relatives: [] })
  await expect(cloud.call('household', 'disallow', { id: proxy.id }, farmer)).rejects.toThrow('not-found')
})

test('over on the day after its last', async () => {
  const { home, farmer, proxy, relative } = await trusting({ until: '2026-10-21' })
  onlyTheClockIsFake('2026-10-21T15:59:59Z')
  expect(await see(relative, proxy.id)).toMatchObject({ relation: 'relative' })
  onlyTheClockIsFake('2026-10-21T16:00:00Z')
  await expect(see(relative, proxy.id)).rejects.toThrow('sign-in')
  expect(await scan(relative, home.token)).toMatchObject({ kind: 'stranger' })
  expect(await listed(farmer)).toMatchObject([{ state: 'ended' }])
})

test.each([
  ['today', '2026-10-20', undefined],
  ['a year and a day', '2027-10-21', undefined],
  ['yesterday', '2026-10-19', '截止日期已经过了'],
  ['more than a year', '2027-10-22', '最多给一年'],
  ['forever', '9999-12-31', '最多给一年'],
])('until %s', async (_, until, refusal) => {
  const farmer = await asFarmer(cloud, await aHousehold(cloud))
  if (refusal) await expect(allow(farmer, { until })).rejects.toThrow(`bad-input: ${refusal}`)
  else expect(await allow(farmer, { until })).toMatchObject({ proxy: { until } })
  expect(await listed(farmer)).toHaveLength(refusal ? 0 : 1)
})

test.each([
  [{ parts: [] }, '请至少选一样'],
  [{ name: ' ' }, '请写家人的姓名'],
  [{ relation: '' }, '请写是您的什么人'],
  [{ parts: ['id-number'] }, '没有填对'],
  [{ until: '2026-02-30' }, '没有填对'],
])('%j is not allowed, and says why', async (over, words) => {
  await expect(allow(await asFarmer(cloud, await aHousehold(cloud)), over)).rejects.toThrow(words)
})

test('the own list shows each state, newest first', async () => {
  const home = await aHousehold(cloud)
  const farmer = await asFarmer(cloud, home)
  const on = (n: number) => ({ createdAt: `2026-10-1${n}T00:00:00.000Z`, until: '2026-12-31' as const })
  const revoked = { by: 'self' as const, at: '2026-10-12T00:00:00.000Z' }
  for (const over of [
    { ...on(1), redeemed: false },
    on(2),
    { ...on(3), until: '2026-10-19' as const },
    { ...on(4), revoked },
    { ...on(5), by: 'office' as const, evidence: '同意书1号' },
  ])
    await aProxy(cloud, home.headId, over)
  expect((await listed(farmer)).map(({ state, by }) => [state, by])).toEqual([
    ['active', 'office'],
    ['revoked', 'self'],
    ['ended', 'self'],
    ['active', 'self'],
    ['waiting', 'self'],
  ])
  expect(JSON.stringify(await listed(farmer))).not.toContain('同意书')
})

test('one that the office allowed can be taken back by the person it is about, and by no other farmer', async () => {
  const [home, neighbour] = [await aHousehold(cloud), await aHousehold(cloud)]
  const { _id: id } = await aProxy(cloud, home.headId, { by: 'office' })
  await expect(cloud.call('household', 'disallow', { id }, await asFarmer(cloud, neighbour))).rejects.toThrow('not-found')
  expect(await cloud.call('household', 'disallow', { id }, await asFarmer(cloud, home))).toMatchObject({ proxies: [{ state: 'revoked' }] })
})

test('a relative cannot do what is the owner’s', async () => {
  const { home, relative, proxy } = await trusting({ parts: ['money', 'dividends', 'awards', 'policies', 'helpers', 'members'] })
  const inputs: Record<string, object> = {
    looks: {},
    copy: {},
    requests: {},
    proxies: {},
    allow: daughter,
    disallow: { id: proxy.id },
    complain: { lookId: 'x', words: '这不对' },
    correct: { part: 'money', words: '少了' },
  }
  for (const [action, input] of Object.entries(inputs))
    await expect(cloud.call('household', action, input, relative)).rejects.toThrow('sign-in')
  for (const action of ['phones', 'unbind']) await expect(cloud.call('identity', action, { id: 'x' }, relative)).rejects.toThrow('sign-in')
  await expect(cloud.call('household', 'mine', {}, relative)).rejects.toThrow('sign-in')
  expect((await scan(relative, home.token)).can.own).toBe(false)
})

test('nobody else uses the trust: not by its id, not another relative, not a worker', async () => {
  const { proxy } = await trusting()
  const other = await trusting()
  const worker = await asWorker(cloud, 'grid-worker', { areas: [other.home.villageCode] })
  for (const as of [await asFarmer(cloud, await aHousehold(cloud)), other.relative, await signedIn(cloud), worker, 'stranger'] as As[])
    await expect(see(as, proxy.id)).rejects.toThrow('sign-in')
})

test('the farmer sees the relative’s look as 家人’s, with the parts', async () => {
  const { farmer, proxy, relative } = await trusting()
  await see(relative, proxy.id)
  const { looks } = await cloud.call<{ looks: Look[] }>('household', 'looks', {}, farmer)
  expect(looks).toMatchObject([{ unit: '家人', role: '家人', own: true, granted: true, kind: 'file', parts: ['money', 'members'] }])
  expect(JSON.stringify(looks)).not.toContain('陈小妹')
})
