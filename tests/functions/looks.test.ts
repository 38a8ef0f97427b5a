import type { Looks } from '#contract/farmer'
import type { LookupPage } from '#contract/household'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aHousehold, aPledgedAgency, aProxy, aStaff, asFarmer, asStaff, asWorker, signedIn } from '../harness/people'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  await aPledgedAgency(cloud, 'civil-affairs')
})
afterAll(() => cloud.close())
beforeEach(() => at('02:00:00'))
afterEach(() => jest.useRealTimers())

const at = (time: string) => onlyTheClockIsFake(`2026-10-20T${time}Z`)
const looksOf = (as: As) => cloud.call<Looks>('household', 'looks', {}, as)
const scan = (token: string, as?: As, more = {}) => cloud.call<LookupPage>('household', 'lookup', { token, ...more }, as)
const visit = { purpose: 'visit', consent: 'family' }

/** A household of a village of its own, its farmer, and its grid worker. */
let villages = 0
async function aVillage() {
  const villageCode = cloud.county.towns[3]!.villages[villages++]!.code
  const home = await aHousehold(cloud, { villageCode, townCode: villageCode.slice(0, 9) })
  return { home, villageCode, farmer: await asFarmer(cloud, home), worker: await asWorker(cloud, 'grid-worker', { areas: [villageCode], name: '王小二' }) }
}

/** An officer with a grant over that area. */
async function anOfficer(area: string, over: Parameters<typeof aGrant>[2] = {}) {
  const one = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '叶查账' })
  return { officer: await asStaff(cloud, one), grantId: (await aGrant(cloud, one, { area, ...over }))._id }
}

describe('a grid worker’s look', () => {
  test('is in the list at the next call: unit, role, purpose, parts, consent; never the name', async () => {
    const { home, farmer, worker } = await aVillage()
    expect(await looksOf(farmer)).toEqual({ looks: [], chained: 0, marks: [] })
    await scan(home.token, worker, visit)
    const answer = await looksOf(farmer)
    expect(answer.looks).toEqual([{
      id: expect.any(String) as string, at: '2026-10-20T02:00:00.000Z', granted: true, kind: 'file', unit: '南田镇人民政府', role: '网格员', own: false,
      purpose: '巡访', consent: 'family', parts: ['policies', 'helpers', 'members'], fields: [], complained: false,
    }])
    expect(JSON.stringify(answer)).not.toContain('王小二')
  })

  test('that was refused is there too', async () => {
    const { home, farmer } = await aVillage()
    await scan(home.token, await asWorker(cloud, 'grid-worker', { areas: ['330328100201'] }), visit)
    expect((await looksOf(farmer)).looks).toMatchObject([{ granted: false, own: false, unit: '南田镇人民政府', role: '网格员', parts: [] }])
  })
})

describe('who else was turned away', () => {
  test('a stranger; a farmer and a relative who are not of this house, and are not called 本人 or 家人', async () => {
    const { home, farmer } = await aVillage()
    const other = await aHousehold(cloud)
    const callers: As[] = ['stranger', await asFarmer(cloud, other), await signedIn(cloud, { proxyIds: [(await aProxy(cloud, other.headId))._id] })]
    for (const as of callers) expect(await scan(home.token, as)).toMatchObject({ kind: 'stranger' })
    const { looks } = await looksOf(farmer)
    expect(looks.map(({ unit, own, granted }) => [unit, own, granted]).sort()).toEqual([['一位农户', false, false], ['一位农户的家人', false, false], ['没有登录的人', false, false]])
  })

  test('the own looks are 本人’s', async () => {
    const { home, farmer } = await aVillage()
    await scan(home.token, farmer)
    await cloud.call('household', 'mine', {}, farmer)
    expect((await looksOf(farmer)).looks.map(({ unit, own, granted }) => [unit, own, granted])).toEqual([['本人', true, true], ['本人', true, true]])
  })
})

test('another household’s looks are never in it', async () => {
  const [a, b] = [await aVillage(), await aVillage()]
  await scan(a.home.token, a.worker, visit)
  expect((await looksOf(b.farmer)).looks).toEqual([])
  const { officer, grantId } = await anOfficer(a.villageCode)
  await cloud.call('supervision', 'list', { grantId }, officer)
  expect((await looksOf(b.farmer)).looks).toEqual([])
})

test('an emergency look says so, with the officer’s reason', async () => {
  const { home, farmer } = await aVillage()
  const officer = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' }))
  const { grantId, householdId } = await cloud.call<{ grantId: string; householdId: string }>('supervision', 'emergency', { token: home.token, reason: '家里起火要联系家属' }, officer)
  at('02:00:01')
  await cloud.call('supervision', 'file', { grantId, householdId }, officer)
  const mine = (await looksOf(farmer)).looks.filter(({ kind }) => kind === 'emergency')
  expect(mine).toMatchObject([1, 2].map(() => ({ granted: true, unit: '县民政局', purpose: '紧急情况：家里起火要联系家属' })))
})

test('an officer’s look at numbers in full names them as people do', async () => {
  const { home, farmer, villageCode } = await aVillage()
  const { officer, grantId } = await anOfficer(villageCode, { fields: ['id-number', 'card'] })
  await cloud.call('supervision', 'file', { grantId, householdId: home._id }, officer)
  expect((await looksOf(farmer)).looks.filter(({ kind }) => kind === 'file')).toMatchObject([{ fields: ['身份证号', '银行卡号'], parts: ['money', 'members'] }])
})

test.each([12, 9, 6])('an officer’s list over the area of %s digits shows as a list, numbered nowhere', async (digits) => {
  const { farmer, villageCode } = await aVillage()
  const { officer, grantId } = await anOfficer(villageCode.slice(0, digits))
  await cloud.call('supervision', 'list', { grantId }, officer)
  const [list] = (await looksOf(farmer)).looks
  expect(list).toMatchObject({ kind: 'list', granted: true, own: false, unit: '县民政局', role: '工作人员', purpose: '资金发放核查', parts: [] })
  expect(list).not.toHaveProperty('n')
  expect(JSON.stringify(list)).not.toContain('叶查账')
})

test('newest first, refused ones forty at most, lists among them', async () => {
  const { home, farmer, villageCode } = await aVillage()
  const { officer, grantId } = await anOfficer(villageCode)
  for (let second = 0; second < 3; second++) {
    at(`02:00:0${second}`)
    await Promise.all(Array.from({ length: 33 }, () => scan(home.token)))
  }
  at('02:00:04')
  for (let i = 0; i < 3; i++) await cloud.call('supervision', 'list', { grantId }, officer)
  const { looks } = await looksOf(farmer)
  expect(looks.filter(({ granted }) => !granted)).toHaveLength(40)
  expect(looks.slice(0, 3).map(({ kind }) => kind)).toEqual(['list', 'list', 'list'])
  expect(looks.map(({ at }) => at)).toEqual(looks.map(({ at }) => at).sort().reverse())
})
