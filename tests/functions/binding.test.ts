import type { HouseholdFile } from '#contract/household/actions'
import { aHousehold, aStaff, asStaff, asWorker, boundOpenid, signedIn } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { aHouseholdWithPhone, aMember } from './family'
import { accountOfSession, bindConfirm, bindStart, me } from './steps'

let cloud: Cloud
let worker: As
beforeAll(async () => {
  cloud = await startCloud()
  worker = await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[0]!.villages[0]!.code] })
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const noMatch = 'not-found: 对不上'

describe('from the form to the file', () => {
  test('in a browser: digits, the worker confirms, the phone is the farmer’s', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const started = await bindStart(cloud, home)
    expect(started).toEqual({
      session: expect.any(String) as string,
      code: expect.stringMatching(/^\d{6}$/) as string,
      until: '2026-10-20T02:10:00.000Z',
      minutes: 10,
    })
    const phone = { session: started.session! }
    expect(await me(cloud, phone)).toMatchObject({ signedIn: false })
    expect(await bindConfirm(cloud, worker, home.token, started.code)).toEqual({ kind: 'bound', name: '陈**' })
    expect(await me(cloud, phone)).toMatchObject({ farmer: true, title: '陈**（农户）', until: '2027-04-21T02:00:00.000Z' })
    expect(await cloud.call('household', 'mine', {}, phone)).toMatchObject({ relation: 'self', head: '陈阿公', can: { own: true } })
    expect(await cloud.call('household', 'lookup', { token: home.token }, phone)).toMatchObject({ relation: 'self' })
  })

  test('on WeChat: no session, the platform vouches', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const phone = { openid: 'openid-b' }
    const started = await bindStart(cloud, home, phone)
    expect(Object.keys(started).sort()).toEqual(['code', 'minutes', 'until'])
    await bindConfirm(cloud, worker, home.token, started.code)
    expect(await me(cloud, phone)).toMatchObject({ farmer: true })
  })

  test('on a phone that has a session already: it goes on, and no other is made', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const phone = await signedIn(cloud)
    const started = await bindStart(cloud, home, phone)
    expect(started.session).toBeUndefined()
    await bindConfirm(cloud, worker, home.token, started.code)
    expect(await me(cloud, phone)).toMatchObject({ farmer: true })
  })

  test('however it is typed: a small x, full-width digits, spaces; the worker with any spacing too', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const wide = (text: string) => [...text].map((one) => (one === 'X' ? 'x' : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join(' ')
    const { code } = await bindStart(cloud, { token: home.token.toLowerCase(), idTail: wide(home.idTail), phoneTail: wide(home.phoneTail) })
    expect(await bindConfirm(cloud, worker, home.token, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ kind: 'bound' })
  })

  test('the phone of anybody in the household will do; the ID number must be the person’s own', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const member = await aMember(cloud, home)
    const { session, code } = await bindStart(cloud, { token: member.token, idTail: member.idNumber.slice(-6), phoneTail: home.phoneTail })
    expect(await bindConfirm(cloud, worker, home.token, code)).toEqual({ kind: 'bound', name: '陈**' })
    expect((await accountOfSession(cloud, session!))!.person).toMatchObject({ personId: member.personId, boundOn: '2026-10-20' })
    const crossed = await bindStart(cloud, { token: member.token, idTail: home.idTail, phoneTail: home.phoneTail })
    await expect(bindConfirm(cloud, worker, member.token, crossed.code)).rejects.toThrow(noMatch)
  })

  test('the worker may scan the card of anybody in the household, never of another', async () => {
    const [home, other] = [await aHouseholdWithPhone(cloud), await aHouseholdWithPhone(cloud)]
    const member = await aMember(cloud, home)
    const { code } = await bindStart(cloud, home)
    await expect(bindConfirm(cloud, worker, other.token, code)).rejects.toThrow(noMatch)
    expect(await bindConfirm(cloud, worker, member.token, code)).toMatchObject({ kind: 'bound' })
  })

  test('a phone that was somebody else’s is the new person’s, and no longer the former’s', async () => {
    const [home, other] = [await aHouseholdWithPhone(cloud), await aHouseholdWithPhone(cloud, { headName: '林大妈' })]
    const { session, code } = await bindStart(cloud, home)
    await bindConfirm(cloud, worker, home.token, code)
    await bindConfirm(cloud, worker, other.token, (await bindStart(cloud, other, { session: session! })).code)
    expect((await cloud.call<HouseholdFile>('household', 'mine', {}, { session: session! })).head).toBe('林大妈')
    expect(await cloud.call('household', 'lookup', { token: home.token }, { session: session! })).toMatchObject({ kind: 'stranger' })
  })
})

describe('digits', () => {
  test('are good for ten minutes', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const [late, last] = [await bindStart(cloud, home), await bindStart(cloud, home)]
    onlyTheClockIsFake('2026-10-20T02:09:59Z')
    expect(await bindConfirm(cloud, worker, home.token, last.code)).toMatchObject({ kind: 'bound' })
    onlyTheClockIsFake('2026-10-20T02:10:00Z')
    await expect(bindConfirm(cloud, worker, home.token, late.code)).rejects.toThrow(noMatch)
  })

  test('are used once, also by two workers at once', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const colleague = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    const { code } = await bindStart(cloud, home)
    const both = await Promise.allSettled([worker, colleague].map((as) => bindConfirm(cloud, as, home.token, code)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(bindConfirm(cloud, worker, home.token, code)).rejects.toThrow(noMatch)
  })

  test('of a phone that left meanwhile bind nothing', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const { session, code } = await bindStart(cloud, home)
    await cloud.call('identity', 'leave', {}, { session: session! })
    await expect(bindConfirm(cloud, worker, home.token, code)).rejects.toThrow(noMatch)
  })
})

describe('who may confirm', () => {
  test('a grid worker of that very village, who is not of the household and did not start it', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const post = await aStaff(cloud, 'grid-worker', { areas: [home.villageCode] })
    const staffed = { staffId: post._id, grantHolders: [] }
    const starter = await boundOpenid(cloud, 'openid-starter', staffed)
    const { code } = await bindStart(cloud, home, starter)
    const elsewhere = await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[1]!.villages[0]!.code] })
    const member = await signedIn(cloud, { ...staffed, person: { personId: home.headId, boundOn: '2026-10-12' } })
    for (const as of [elsewhere, starter, member]) await expect(bindConfirm(cloud, as, home.token, code)).rejects.toThrow(noMatch)
    expect(await bindConfirm(cloud, worker, home.token, code)).toMatchObject({ kind: 'bound' })
  })

  test('nobody else: cadre and doctor of the household, the farmer, an officer, a removed worker, a stranger', async () => {
    const home = await aHouseholdWithPhone(cloud, { helpers: ['w-1'] })
    const { session, code } = await bindStart(cloud, home)
    const cadre = await asWorker(cloud, 'cadre', { workerId: 'w-1' })
    expect(await cloud.call('household', 'lookup', { token: home.token, purpose: 'visit', consent: 'self' }, cadre)).toMatchObject({
      relation: 'cadre',
      can: { confirm: false },
    })
    const officer = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' }))
    const removed = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode], status: 'removed' })
    for (const as of [cadre, await asWorker(cloud, 'doctor', { workerId: 'w-1' }), officer])
      await expect(bindConfirm(cloud, as, home.token, code)).rejects.toThrow('not-allowed')
    for (const as of [removed, { session: session! }, { openid: 'nobody' }])
      await expect(bindConfirm(cloud, as, home.token, code)).rejects.toThrow('sign-in')
    expect(await bindConfirm(cloud, worker, home.token, code)).toMatchObject({ kind: 'bound' })
  })

  test('with a card that is of another household, revoked or mistyped: no', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const revoked = await aHousehold(cloud, { codeStatus: 'revoked' })
    const { code } = await bindStart(cloud, home)
    const mistyped = home.token.slice(0, -1) + (home.token.endsWith('0') ? '1' : '0')
    for (const token of [revoked.token, mistyped]) await expect(bindConfirm(cloud, worker, token, code)).rejects.toThrow(noMatch)
  })
})
