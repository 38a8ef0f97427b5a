import type { Day } from '#domain/time/dates'
import type { Look, Proxy } from '#contract/household/farmer'
import { find } from '#store/db/read'
import { proxies } from '#store/access/proxies'
import { audit } from '#store/record/audit'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asFarmer, asWorker } from '../harness/people'
import { aHouseholdWithPhone, aMember } from './family'
import { accountOfSession, bindConfirm, bindStart, invite, me, redeem } from './steps'

let cloud: Cloud
let worker: As
beforeAll(async () => {
  cloud = await startCloud()
  worker = await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[0]!.villages[0]!.code] })
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const mother = { name: '陈小妹', relation: '母亲' }

/** A child's card with what is to be filled in, and the digits of a phone that asks for it. */
async function aChild(birth: Day) {
  const home = await aHouseholdWithPhone(cloud)
  const child = await aMember(cloud, home, { name: '陈小宝', relation: '孙子', birth })
  const { session, code } = await bindStart(cloud, { token: child.token, idTail: child.idNumber.slice(-6), phoneTail: home.phoneTail })
  return { home, child, phone: { session: session! }, code }
}

test('a child under 14 needs a guardian: the digits are not used up by asking', async () => {
  const { child, phone, code } = await aChild('2013-05-01')
  expect(await bindConfirm(cloud, worker, child.token, code)).toEqual({ kind: 'guardian-needed', age: 13, under: 14 })
  expect(await me(cloud, phone)).toMatchObject({ signedIn: false })
  expect(await bindConfirm(cloud, worker, child.token, code, mother)).toEqual({ kind: 'bound', name: '陈**' })
})

test('the guardian’s phone sees everything and owns nothing; it is nobody’s phone', async () => {
  const { home, child, phone, code } = await aChild('2013-05-01')
  await bindConfirm(cloud, worker, child.token, code, mother)
  expect((await accountOfSession(cloud, phone.session))!.person).toBeNull()
  const {
    relatives: [trust],
    farmer,
  } = await me(cloud, phone)
  expect([farmer, trust]).toEqual([
    false,
    {
      proxyId: expect.any(String) as string,
      head: '陈**',
      relation: '母亲',
      parts: ['money', 'dividends', 'awards', 'policies', 'helpers', 'members', 'income'],
      until: '2027-04-30',
    },
  ])
  expect(await cloud.call('household', 'mine', { proxyId: trust!.proxyId }, phone)).toMatchObject({
    relation: 'relative',
    head: home.headName,
    can: { own: false, confirm: false },
  })
  expect(await find(cloud.db, proxies, { personId: child.personId })).toMatchObject([
    { by: 'guardian', name: '陈小妹', redeemed: true, evidence: '网格员 王小二 当面核对' },
  ])
})

test('until the day before the 14th birthday, at the next request', async () => {
  const { child, phone, code } = await aChild('2012-10-25')
  await bindConfirm(cloud, worker, child.token, code, mother)
  const {
    relatives: [trust],
  } = await me(cloud, phone)
  expect(trust!.until).toBe('2026-10-24')
  const see = () => cloud.call('household', 'mine', { proxyId: trust!.proxyId }, phone)
  // Midnight in China.
  onlyTheClockIsFake('2026-10-24T15:59:59Z')
  expect(await see()).toMatchObject({ relation: 'relative' })
  onlyTheClockIsFake('2026-10-24T16:00:00Z')
  await expect(see()).rejects.toThrow('sign-in')
  expect(await me(cloud, phone)).toMatchObject({ signedIn: false, relatives: [] })
  expect(await cloud.call('household', 'lookup', { token: child.token }, phone)).toMatchObject({ kind: 'stranger' })
})

test.each([
  ['on the 14th birthday', '2012-10-20', 'bound'],
  ['on the day before', '2012-10-21', 'guardian-needed'],
] as [string, Day, string][])('%s', async (_, birth, kind) => {
  const { child, code } = await aChild(birth)
  expect(await bindConfirm(cloud, worker, child.token, code)).toMatchObject({ kind })
})

test('born on 29 February: of age on 1 March of a year without one', async () => {
  onlyTheClockIsFake('2026-02-28T02:00:00Z')
  const { child, phone, code } = await aChild('2012-02-29')
  expect(await bindConfirm(cloud, worker, child.token, code)).toEqual({ kind: 'guardian-needed', age: 13, under: 14 })
  await bindConfirm(cloud, worker, child.token, code, mother)
  expect((await me(cloud, phone)).relatives[0]!.until).toBe('2026-02-28')
})

test('an adult for whom a guardian is named all the same is bound as the person they are, by their own consent', async () => {
  const home = await aHouseholdWithPhone(cloud)
  const { session, code } = await bindStart(cloud, home)
  await bindConfirm(cloud, worker, home.token, code, mother)
  expect(await me(cloud, { session: session! })).toMatchObject({ farmer: true, relatives: [] })
  expect(await find(cloud.db, proxies, { personId: home.headId })).toEqual([])
  expect(await find(cloud.db, audit, { householdId: home._id, action: 'identity.bindConfirm' })).toMatchObject([
    { granted: true, personId: home.headId, consent: 'self' },
  ])
})

test('the household reads of it: done by the worker, with the family’s consent', async () => {
  const { home, child, code } = await aChild('2013-05-01')
  await bindConfirm(cloud, worker, child.token, code, mother)
  const { looks } = await cloud.call<{ looks: Look[] }>('household', 'looks', {}, await asFarmer(cloud, home))
  expect(looks).toMatchObject([{ kind: 'binding', granted: true, role: '网格员', consent: 'family', parts: [] }])
})

test('at the counter too: the code is for the guardian’s phone, and makes the child nobody’s owner', async () => {
  const home = await aHouseholdWithPhone(cloud)
  const child = await aMember(cloud, home, { birth: '2013-05-01' })
  await expect(invite(cloud, { token: child.token })).rejects.toThrow('监护人')
  const { session, me: now } = await redeem(cloud, await invite(cloud, { token: child.token, guardian: mother }))
  expect(now).toMatchObject({ farmer: false, relatives: [{ until: '2027-04-30' }] })
  await expect(cloud.call<{ proxies: Proxy[] }>('household', 'proxies', {}, { session: session! })).rejects.toThrow('sign-in')
})
