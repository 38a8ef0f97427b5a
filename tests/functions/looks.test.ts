import type { Look, LookGroup, Looks } from '#contract/household/farmer'
import type { LookupPage } from '#contract/household/actions'
import { audit } from '#store/record/audit'
import { find } from '#store/db/read'
import { insertMany } from '#store/db/write'
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
  return {
    home,
    villageCode,
    farmer: await asFarmer(cloud, home),
    worker: await asWorker(cloud, 'grid-worker', { areas: [villageCode], name: '王小二' }),
  }
}

/** An officer with a grant over that area. */
async function anOfficer(area: string, over: Parameters<typeof aGrant>[2] = {}) {
  const one = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '叶查账' })
  return { officer: await asStaff(cloud, one), grantId: (await aGrant(cloud, one, { area, ...over }))._id }
}

describe('a grid worker’s look', () => {
  test('is in the list at the next call: unit, role, purpose, parts, consent; never the name', async () => {
    const { home, farmer, worker } = await aVillage()
    expect(await looksOf(farmer)).toEqual({ looks: [], older: [], chained: 0, marks: [] })
    await scan(home.token, worker, visit)
    const answer = await looksOf(farmer)
    expect(answer.looks).toEqual([
      {
        id: expect.any(String) as string,
        group: 'others',
        at: '2026-10-20T02:00:00.000Z',
        granted: true,
        kind: 'file',
        unit: '南田镇人民政府',
        role: '网格员',
        own: false,
        purpose: '巡访',
        consent: 'family',
        parts: ['policies', 'helpers', 'members'],
        fields: [],
        complained: false,
      },
    ])
    expect(JSON.stringify(answer)).not.toContain('王小二')
  })

  test('that was refused is there too, once a day, with how often', async () => {
    const { home, farmer } = await aVillage()
    const worker = await asWorker(cloud, 'grid-worker', { areas: ['330328100201'] })
    for (let i = 0; i < 3; i++) await scan(home.token, worker, visit)
    expect((await looksOf(farmer)).looks).toMatchObject([
      { group: 'refused', times: 3, granted: false, own: false, unit: '南田镇人民政府', role: '网格员', parts: [] },
    ])
  })
})

describe('who else was turned away', () => {
  test('a stranger; a farmer and a relative who are not of this house, and are not called 本人 or 家人', async () => {
    const { home, farmer } = await aVillage()
    const other = await aHousehold(cloud)
    const callers: As[] = [
      'stranger',
      await asFarmer(cloud, other),
      await signedIn(cloud, { proxyIds: [(await aProxy(cloud, other.headId))._id] }),
    ]
    for (const as of callers) expect(await scan(home.token, as)).toMatchObject({ kind: 'stranger' })
    const { looks } = await looksOf(farmer)
    expect(looks.map(({ unit, own, granted }) => [unit, own, granted]).sort()).toEqual([
      ['一位农户', false, false],
      ['一位农户的家人', false, false],
      ['没有登录的人', false, false],
    ])
  })

  test('the own looks are 本人’s', async () => {
    const { home, farmer } = await aVillage()
    await scan(home.token, farmer)
    await cloud.call('household', 'mine', {}, farmer)
    expect((await looksOf(farmer)).looks.map(({ unit, own, granted }) => [unit, own, granted])).toEqual([
      ['本人', true, true],
      ['本人', true, true],
    ])
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
  const { grantId, householdId } = await cloud.call<{ grantId: string; householdId: string }>(
    'supervision',
    'emergency',
    { token: home.token, reason: '家里起火要联系家属' },
    officer,
  )
  at('02:00:01')
  await cloud.call('supervision', 'file', { grantId, householdId }, officer)
  const mine = (await looksOf(farmer)).looks.filter(({ kind }) => kind === 'emergency')
  expect(mine).toMatchObject([1, 2].map(() => ({ granted: true, unit: '县民政局', purpose: '紧急情况：家里起火要联系家属' })))
})

test('an officer’s look at numbers in full names them as people do', async () => {
  const { home, farmer, villageCode } = await aVillage()
  const { officer, grantId } = await anOfficer(villageCode, { fields: ['id-number', 'card'] })
  await cloud.call('supervision', 'file', { grantId, householdId: home._id }, officer)
  expect((await looksOf(farmer)).looks.filter(({ kind }) => kind === 'file')).toMatchObject([
    { fields: ['身份证号', '银行卡号'], parts: ['money', 'members'] },
  ])
})

test.each([12, 9, 6])('an officer’s list over the area of %s digits shows as a list, numbered nowhere', async (digits) => {
  const { farmer, villageCode } = await aVillage()
  const { officer, grantId } = await anOfficer(villageCode.slice(0, digits))
  await cloud.call('supervision', 'list', { grantId }, officer)
  const [list] = (await looksOf(farmer)).looks
  expect(list).toMatchObject({
    kind: 'list',
    granted: true,
    own: false,
    unit: '县民政局',
    role: '工作人员',
    purpose: '资金发放核查',
    parts: [],
  })
  expect(list).not.toHaveProperty('n')
  expect(JSON.stringify(list)).not.toContain('叶查账')
})

test('whatever a hundred strangers do, staff’s refused looks stay in the list; newest first, lists among them', async () => {
  const { home, farmer, villageCode } = await aVillage()
  const { officer, grantId } = await anOfficer(villageCode)
  await scan(home.token, await asWorker(cloud, 'grid-worker', { areas: ['330328100201'] }), visit)
  for (let second = 0; second < 3; second++) {
    at(`02:00:0${second}`)
    await Promise.all(Array.from({ length: 33 }, () => scan(home.token)))
  }
  at('02:00:04')
  for (let i = 0; i < 3; i++) await cloud.call('supervision', 'list', { grantId }, officer)
  const { looks, older } = await looksOf(farmer)
  expect(looks.filter(({ granted }) => !granted)).toMatchObject([
    { group: 'strangers', times: 99, at: '2026-10-20T02:00:02.000Z' },
    { group: 'refused', role: '网格员' },
  ])
  expect(looks.slice(0, 3).map(({ kind }) => kind)).toEqual(['list', 'list', 'list'])
  expect(looks.map(({ at }) => at)).toEqual(
    looks
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
  expect(older).toEqual([])
})

describe('“看更早的”', () => {
  /** All of a group, page by page, newest first. */
  async function all(farmer: As, group: LookGroup): Promise<Look[]> {
    const first = await looksOf(farmer)
    const found = first.looks.filter((look) => look.group === group)
    for (let next = first.older.find((one) => one.group === group); next;) {
      const page = await cloud.call<Looks>('household', 'looks', { older: next }, farmer)
      expect(page.looks.every((look) => look.group === group)).toBe(true)
      found.push(...page.looks)
      next = page.older[0]
    }
    return found
  }

  test('comes to every own look, also where many bear one time, and to the last page without another', async () => {
    const { home, farmer } = await aVillage()
    for (let i = 0; i < 23; i++) {
      at(`02:00:${String(i % 4).padStart(2, '0')}`)
      await cloud.call('household', 'mine', {}, farmer)
    }
    for (const second of ['10', '11']) {
      at(`02:00:${second}`)
      await scan(home.token, farmer)
    }
    const own = await all(farmer, 'own')
    expect(new Set(own.map(({ id }) => id)).size).toBe(25)
    expect(own.map(({ at }) => at)).toEqual(
      own
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect((await looksOf(farmer)).older.map(({ group }) => group)).toEqual(['own'])
  })

  test('comes to every day of strangers, over months and cards, and to what was one by one before it was counted', async () => {
    const { home } = await aVillage()
    for (const month of ['08', '09', '10'])
      for (let day = 1; day <= 9; day++) {
        onlyTheClockIsFake(`2026-${month}-0${day}T02:00:00Z`)
        await scan(home.token)
      }
    at('02:00:00')
    await insertMany(cloud.db, audit, [
      {
        ...(await find(cloud.db, audit, {}, { limit: 1 }))[0]!,
        _id: 'before',
        at: '2026-07-01T00:00:00.000Z',
        householdId: home._id,
        granted: false,
        area: null,
        actor: { accountId: null, staffId: null, role: 'stranger', name: null, agency: null, agencyId: null },
      },
    ])
    const scans = await all(await asFarmer(cloud, home), 'strangers')
    expect(scans).toHaveLength(28)
    expect(scans.at(-1)).toMatchObject({ id: 'before', at: '2026-07-01T00:00:00.000Z' })
    expect(scans[0]).toMatchObject({ at: '2026-10-09T02:00:00.000Z', times: 1 })
  })
})
