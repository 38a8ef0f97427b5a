import { randomBytes } from 'node:crypto'
import { tableKinds } from '#affairs/tables/kinds/all'
import { visitWatch } from '#affairs/alerts/visit-watch'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import type { Home, SentVisit, VisitedHome } from '#contract/field/actions'
import type { DataCopy, Looks } from '#contract/household/farmer'
import type { OwnVisit, OwnVisits } from '#contract/household/own-visits'
import type { RequestRow } from '#contract/supervision/requests'
import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { households, type Household } from '#store/people/register'
import { staff } from '#store/access/staff'
import { audit } from '#store/record/audit'
import { requests } from '#store/work/requests'
import { takings, visits, visitVersions } from '#store/work/visits'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aContact, aGrant, aHousehold, aPledgedAgency, aProxy, aStaff, asFarmer, asStaff, helpersFor, signedIn } from '../harness/people'

/** What somebody finds at the doors of their households. */
let cloud: Cloud
const village = '330328102201'
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const newId = () => randomBytes(16).toString('hex')
let number = 0
/** A household in a village of its own with its grid worker. */
async function aDoor() {
  const villageCode = `${village.slice(0, 9)}${String(300 + ++number)}`
  const home = await aHousehold(cloud, { villageCode, townCode: villageCode.slice(0, 9) })
  const one = await aStaff(cloud, 'grid-worker', { areas: [villageCode], name: '网格员小王' })
  return { home, one, as: await asStaff(cloud, one), villageCode }
}
const ask = <Data>(action: string, input: object, as: As) => cloud.call<Data>('field', action, input, as)
const visitOf = (home: Pick<Household, '_id'>, over: Partial<SentVisit> = {}): SentVisit => ({
  ...{ id: newId(), householdId: home._id, purpose: 'visit', consent: 'self', on: '2026-10-20', phoneAt: '2026-10-20T02:00:00.000Z' },
  ...{
    sentAt: '2026-10-20T02:00:00.000Z',
    seq: 1,
    seconds: 40,
    met: '本人',
    unchanged: true,
    changes: [],
    talked: '',
    heard: [],
    photos: 0,
  },
  ...over,
})
const look = (home: Pick<Household, '_id'>, as: As) =>
  ask<{ home: VisitedHome }>('homeAt', { householdId: home._id, purpose: 'visit', consent: 'self' }, as).then((one) => one.home)

test('my households: whose turn it is, with the reason and the day, masked; after a visit the next turn', async () => {
  const { home, as } = await aDoor()
  const before = await ask<{ homes: Home[] }>('homes', {}, as)
  expect(before.homes).toHaveLength(1)
  expect(before.homes[0]).toMatchObject({ id: home._id, due: { rule: 'village-monthly', why: '村里每月走访' } })
  expect(before.homes[0]!.who).toMatch(/\*\*$/)
  await ask('visit', visitOf(home), as)
  const after = (await ask<{ homes: Home[] }>('homes', {}, as)).homes[0]!
  expect(after).toMatchObject({ lastOn: '2026-10-20', due: { on: '2026-11-20', late: false } })
})

test('what was known is shown to whoever comes next, no money and no number; on record with its purpose', async () => {
  const { home, as } = await aDoor()
  await aContact(cloud, home.headId, '16012345678')
  await ask(
    'visit',
    visitOf(home, { unchanged: false, talked: '屋顶漏雨', changes: [{ field: 'housing', value: 'leaks', basedOn: [] }] }),
    as,
  )
  const seen = await look(home, as)
  expect(seen).toMatchObject({ head: home.headName, phones: ['16012345678'] })
  expect(seen.known).toEqual([{ field: 'housing', standing: [{ value: 'leaks', by: [expect.any(String)], on: '2026-10-20' }] }])
  expect(seen.visits).toMatchObject([{ on: '2026-10-20', talked: '屋顶漏雨', who: '网格员小王' }])
  expect(
    (await findEach(cloud.db, audit, { householdId: home._id, action: 'field.homeAt' })).map(({ granted, purpose }) => [granted, purpose]),
  ).toEqual([[true, 'visit']])
})

test('another village’s worker, and no known purpose: turned away, alike, and on record as refused', async () => {
  const { home } = await aDoor()
  const other = await aDoor()
  await expect(look(home, other.as)).rejects.toThrow('不归您走访')
  await expect(ask('visit', visitOf(home), other.as)).rejects.toThrow('写的都还在手机里')
  await expect(ask('homeAt', { householdId: other.home._id, purpose: 'curious', consent: 'self' }, other.as)).rejects.toThrow('为什么来')
  expect(await findEach(cloud.db, visits, { householdId: home._id })).toEqual([])
})

test('sent twice, twice at once, and with the answer lost it is one visit; put right it is the next version, and the former is kept', async () => {
  const { home, as } = await aDoor()
  const sent = visitOf(home, { unchanged: false, talked: '谈了养鸡' })
  await Promise.allSettled([ask('visit', sent, as), ask('visit', sent, as)])
  expect(await ask('visit', { ...sent, sentAt: '2026-10-20T03:00:00.000Z' }, as)).toMatchObject({ version: 1 })
  expect(await ask('visit', { ...sent, talked: '谈了养鸭' }, as)).toMatchObject({ version: 2 })
  expect(await findEach(cloud.db, visits, { householdId: home._id })).toHaveLength(1)
  expect(await findEach(cloud.db, visitVersions, { visitId: sent.id })).toHaveLength(1)
  expect((await look(home, as)).visits).toMatchObject([{ talked: '谈了养鸭' }])
})

test('what they need goes to whoever answers for it, once, with a day; a new version adds only what is new', async () => {
  const { home, as } = await aDoor()
  const heard = [{ topic: 'water', words: '水管坏了' }]
  const sent = visitOf(home, { unchanged: false, heard })
  await ask('visit', sent, as)
  await ask('visit', { ...sent, heard: [...heard, { topic: 'papers', words: '补办户口本' }] }, as)
  const asked = await findEach(cloud.db, requests, { visitId: sent.id })
  expect(asked.map(({ kind, about, toAgencyId, dueOn }) => [kind, about, toAgencyId, dueOn])).toEqual([
    ['need', '饮水、水管', 'water', '2026-11-04'],
    ['need', '证件、手续', `town-${home.townCode}`, '2026-11-04'],
  ])
  expect((await look(home, as)).needs.map(({ words }) => words).sort()).toEqual([
    '2026年10月20日走访时说：水管坏了',
    '2026年10月20日走访时说：补办户口本',
  ])
})

test('办好了: the farmer and the visitor read it; without saying whether it was met no need is answered', async () => {
  await aPledgedAgency(cloud, 'water')
  const { home, as } = await aDoor()
  const sent = visitOf(home, { unchanged: false, heard: [{ topic: 'water', words: '水管坏了' }] })
  await ask('visit', sent, as)
  const officer = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'water' }))
  const answer = (more: object) =>
    cloud.call('supervision', 'answer', { id: `need-${sent.id}-1-0`, words: '水管接好了。', ...more }, officer)
  await expect(answer({})).rejects.toThrow('请选办好了，还是办不了')
  await answer({ met: true })
  expect((await look(home, as)).needs).toMatchObject([{ answer: '水管接好了。', met: true }])
  const { visits: own } = await cloud.call<OwnVisits>('household', 'visits', {}, await asFarmer(cloud, home))
  expect(own[0]!.needs).toMatchObject([{ answer: '水管接好了。', met: true, answeredOn: '2026-10-20' }])
})

test('two visits that changed the same thing without knowing of each other both stand, until somebody chooses', async () => {
  const { home, as } = await aDoor()
  const change = (value: string, basedOn: string[] = []) => ({ unchanged: false, changes: [{ field: 'housing', value, basedOn }] })
  const [one, two] = [visitOf(home, change('leaks')), visitOf(home, { ...change('unsafe'), seq: 2 })]
  await ask('visit', two, as)
  await ask('visit', one, as)
  expect((await look(home, as)).known[0]!.standing.map(({ value }) => value).sort()).toEqual(['leaks', 'unsafe'])
  await ask('visit', visitOf(home, { ...change('leaks', [one.id, two.id]), seq: 3 }), as)
  expect((await look(home, as)).known[0]!.standing.map(({ value }) => value)).toEqual(['leaks'])
})

test.each<[string, Partial<SentVisit>, string]>([
  ['of tomorrow', { on: '2026-10-21' }, '日子还没到'],
  ['of long ago', { on: '2026-09-01', phoneAt: '2026-09-01T02:00:00.000Z' }, '不能再补传'],
  ['that says nothing', { unchanged: false }, '什么也没写'],
])('a visit %s is not taken, and says what to do', async (_, over, words) => {
  const { home, as } = await aDoor()
  await expect(ask('visit', visitOf(home, over), as)).rejects.toThrow(words)
})

test('a phone whose clock is a year behind: the day is put right, both clocks are kept', async () => {
  const { home, as } = await aDoor()
  const sent = visitOf(home, { on: '2025-10-18', phoneAt: '2025-10-18T02:00:00.000Z', sentAt: '2025-10-20T02:00:00.000Z' })
  await ask('visit', sent, as)
  expect(await findEach(cloud.db, visits, { householdId: home._id })).toMatchObject([
    { on: '2026-10-18', phoneAt: '2025-10-18T02:00:00.000Z', at: '2026-10-20T02:00:00.000Z' },
  ])
})

describe('a photo in parts', () => {
  const part = (visitId: string, index: number) => ({
    visitId,
    photo: 0,
    index,
    of: 2,
    base64: Buffer.from(`part ${index}`).toString('base64'),
  })
  test('resumes: what came is told, what is missing too; the same part twice is one', async () => {
    const { home, as } = await aDoor()
    const sent = visitOf(home, { photos: 1 })
    await ask('visitPart', part(sent.id, 0), as)
    await ask('visitPart', part(sent.id, 0), as)
    expect(await ask('partsThatCame', { visitId: sent.id }, as)).toEqual({ parts: [{ photo: 0, index: 0 }] })
    expect(await ask('visit', sent, as)).toMatchObject({ partsMissing: [{ photo: 0, index: 1 }] })
    await ask('visitPart', part(sent.id, 1), as)
    expect(await ask('visit', sent, as)).toMatchObject({ partsMissing: [] })
  })
  test('nobody puts one beside somebody else’s visit, or sees which came', async () => {
    const [{ home, as }, other] = [await aDoor(), await aDoor()]
    const sent = visitOf(home, { photos: 1 })
    await ask('visit', sent, as)
    await expect(ask('visitPart', part(sent.id, 0), other.as)).rejects.toThrow('没有找到这次走访')
    await ask('visitPart', part(sent.id, 0), as)
    expect(await ask('partsThatCame', { visitId: sent.id }, other.as)).toEqual({ parts: [] })
  })
})

describe('taken along', () => {
  const take = (home: Household, as: As, over: object = {}) =>
    ask<{ id: string; key: string; homes: VisitedHome[] }>(
      'takeAlong',
      { id: newId(), householdIds: [home._id], purpose: 'visit', until: '2026-10-20T10:00:00.000Z', ...over },
      as,
    )
  test('for a purpose and a time, each household on record before it is given; the key stands nowhere', async () => {
    const { home, as } = await aDoor()
    const taken = await take(home, as)
    expect(taken.homes).toMatchObject([{ id: home._id, head: home.headName }])
    expect(taken.key).toMatch(/^[0-9a-f]{64}$/)
    await expect(take(home, as, { id: taken.id })).rejects.toThrow('再带一次')
    expect(JSON.stringify(await findEach(cloud.db, takings, {}))).not.toContain(taken.key)
    expect(await findEach(cloud.db, audit, { householdId: home._id, action: 'field.takeAlong' })).toMatchObject([
      { granted: true, purpose: 'visit', reason: '2026-10-20T10:00:00.000Z' },
    ])
  })
  test.each<[string, object, string]>([
    ['for too long', { until: '2026-10-21T10:00:00.000Z' }, '最多带 12 小时'],
    ['for a time that is over', { until: '2026-10-20T01:00:00.000Z' }, '选近一点'],
    ['of too many', { householdIds: Array.from({ length: 151 }, (_, i) => `h${i}`) }, '一次最多带 150 户'],
    ['for nothing', { purpose: 'curious' }, '带去做什么'],
  ])('%s it is refused, and nothing is given', async (_, over, words) => {
    const { home, as } = await aDoor()
    await expect(take(home, as, over)).rejects.toThrow(words)
  })
  test('one that is not theirs spoils the whole list', async () => {
    const [{ home, as }, other] = [await aDoor(), await aDoor()]
    await expect(take(home, as, { householdIds: [home._id, other.home._id] })).rejects.toThrow('不归您走访')
    expect(await findEach(cloud.db, audit, { householdId: other.home._id, granted: true })).toEqual([])
  })
  test('looks made without signal come into the record once, of what was taken only', async () => {
    const [{ home, as }, other] = [await aDoor(), await aDoor()]
    const { id } = await take(home, as)
    const seen = { id: newId(), householdId: home._id, phoneAt: '2026-10-20T03:00:00.000Z', consent: 'self' }
    await ask('looksOffline', { takingId: id, looks: [seen] }, as)
    await ask('looksOffline', { takingId: id, looks: [seen] }, as)
    expect(await findEach(cloud.db, audit, { householdId: home._id, action: 'field.looksOffline' })).toMatchObject([
      { reason: '2026-10-20T03:00:00.000Z' },
    ])
    await expect(ask('looksOffline', { takingId: id, looks: [{ ...seen, id: newId(), householdId: other.home._id }] }, as)).rejects.toThrow(
      '不在这次带走的名单里',
    )
    await expect(ask('looksOffline', { takingId: id, looks: [seen] }, other.as)).rejects.toThrow('没有找到这次带走的名单')
  })
  test('a visit made while the village was theirs is taken although it is not any more', async () => {
    const { home, one, as } = await aDoor()
    const { id } = await take(home, as)
    await update(cloud.db, staff, { _id: one._id }, { $set: { areas: ['330328102202'] } })
    await expect(look(home, as)).rejects.toThrow('不归您走访')
    await expect(ask('visit', visitOf(home), as)).rejects.toThrow('写的都还在手机里')
    await ask('visit', visitOf(home, { takingId: id }), as)
    await ask('handBack', { id }, as)
    expect(await findEach(cloud.db, visits, { householdId: home._id })).toHaveLength(1)
    expect(await findEach(cloud.db, takings, { _id: id })).toMatchObject([{ backAt: '2026-10-20T02:00:00.000Z' }])
  })
})

test('what a phone holds is known; what it lost is found by its numbers; another person on the same phone has another key', async () => {
  const { home, as } = await aDoor()
  const say = (held: number[], last: number, since?: string) =>
    ask<{ keys: string[]; missing: number[]; last: number; warn: boolean }>('outbox', { held, last, ...(since && { since }) }, as)
  await ask('visit', visitOf(home, { seq: 1 }), as)
  expect(await say([3], 3, '2026-10-16T02:00:00.000Z')).toMatchObject({ missing: [2], last: 3, warn: false })
  expect(await say([3], 3, '2026-10-15T02:00:00.000Z')).toMatchObject({ warn: true })
  // Its storage was cleared: it begins anew behind what it had.
  const cleared = await say([], 0)
  expect(cleared).toMatchObject({ missing: [2, 3], last: 3 })
  const other = await aDoor()
  expect((await ask<{ keys: string[] }>('outbox', { held: [], last: 0 }, other.as)).keys).not.toEqual(cleared.keys)
})

describe('谁来看过我们', () => {
  const visitsOf = (as: As, input = {}) => cloud.call<OwnVisits>('household', 'visits', input, as)
  const say = async (as: As, visitId: string, said: string, more = {}) =>
    (await cloud.call<{ visit: OwnVisit }>('household', 'confirmVisit', { visitId, said, ...more }, as)).visit
  const officer = async (agencyId: string) => asStaff(cloud, await aStaff(cloud, 'officer', { agencyId }))
  const asked = async (as: As) => (await cloud.call<{ requests: RequestRow[] }>('supervision', 'requests', { open: true }, as)).requests
  /** A household that somebody visited. */
  async function visited(over: Partial<SentVisit> = {}) {
    const door = await aDoor()
    const sent = visitOf(door.home, over)
    await ask('visit', sent, door.as)
    return { ...door, id: sent.id, farmer: await asFarmer(cloud, door.home) }
  }
  const told = { unchanged: false, talked: '谈了养鸡', changes: [{ field: 'housing', value: 'leaks', basedOn: [] }] }

  test('who came, what was talked of and written, and the need with whoever has it; in the copy too', async () => {
    const { farmer } = await visited({ ...told, heard: [{ topic: 'water', words: '水管坏了' }] })
    const {
      visits: [one],
    } = await visitsOf(farmer)
    expect(one).toMatchObject({ on: '2026-10-20', role: '网格员', who: '网格员小王', talked: '谈了养鸡', wrote: ['住的房子：漏雨、要修'] })
    expect(one!.needs).toMatchObject([{ topic: '饮水、水管', words: '2026年10月20日走访时说：水管坏了', dueOn: '2026-11-04' }])
    const { sections } = await cloud.call<DataCopy>('household', 'copy', {}, farmer)
    expect(sections.find(({ id }) => id === 'visits')!.rows[0]!.value).toBe('见到了本人；谈了养鸡；住的房子：漏雨、要修')
  })

  test('没来过 goes to the discipline office and nobody else; 来过 later takes it back; every word is kept', async () => {
    await aPledgedAgency(cloud, cloud.county.duties.discipline)
    const { home, farmer, id } = await visited()
    const [discipline, town] = [await officer(cloud.county.duties.discipline), await officer('town-330328102')]
    const denied = await say(farmer, id, 'came-not')
    expect(denied).toMatchObject({ told: { said: 'came-not', by: 'own' }, asked: { to: '县纪委县监委', dueOn: '2026-11-04' } })
    expect(await say(farmer, id, 'came-not')).toEqual(denied)
    const row = (await asked(discipline)).find(({ id: one }) => one === `visit-${id}-0`)!
    expect(row).toMatchObject({ kind: 'visit', about: '南田镇人民政府网格员2026年10月20日的走访：没来过' })
    expect((await asked(town)).filter(({ kind }) => kind === 'visit')).toEqual([])
    const opened = await cloud.call<{ file: object }>('supervision', 'openRequest', { id: row.id }, discipline)
    expect(opened.file).toMatchObject({ helpers: [] })
    expect(opened.file).not.toHaveProperty('money')
    await say(farmer, id, 'not-so')
    expect((await findEach(cloud.db, requests, { visitId: id })).map(({ _id, answeredAt }) => [_id, answeredAt === null])).toEqual([
      [`visit-${id}-0`, false],
      [`visit-${id}-1`, true],
    ])
    const came = await say(farmer, id, 'came')
    expect(came).not.toHaveProperty('asked')
    expect(await findEach(cloud.db, requests, { visitId: id, answeredAt: null })).toEqual([])
    const [kept] = await findEach(cloud.db, visits, { householdId: home._id })
    expect([kept!.word, ...kept!.formerWords].map((one) => one?.said)).toEqual(['came', 'came-not', 'not-so'])
  })

  test('of somebody of the discipline office itself it goes to the data office', async () => {
    const { home, farmer } = await visited()
    const workerId = newId()
    await update(cloud.db, households, { _id: home._id }, { $set: { helpers: [workerId] } })
    const cadre = await aStaff(cloud, 'cadre', { workerId, agencyId: cloud.county.duties.discipline })
    const sent = visitOf(home)
    await ask('visit', sent, await asStaff(cloud, cadre))
    await say(farmer, sent.id, 'not-so')
    expect(await findEach(cloud.db, requests, { visitId: sent.id })).toMatchObject([{ toAgencyId: cloud.county.duties.data }])
  })

  test('so many words a day; two at once are one', async () => {
    const { farmer, id } = await visited()
    await Promise.all([say(farmer, id, 'came-not'), say(farmer, id, 'came-not')])
    expect(await findEach(cloud.db, requests, { visitId: id })).toHaveLength(1)
    for (const said of ['came', 'not-so', 'came', 'not-so', 'came']) await say(farmer, id, said)
    await expect(say(farmer, id, 'not-so')).rejects.toThrow('这一次走访今天已经说了 6 次')
  })

  test('a relative sees and says it where the household lets them see who helps it; nobody else does', async () => {
    const { home, id } = await visited(told)
    const trusted = async (parts: ('helpers' | 'money')[]) => {
      const { _id: proxyId } = await aProxy(cloud, home.headId, { parts })
      return { proxyId, as: await signedIn(cloud, { proxyIds: [proxyId] }) }
    }
    const [daughter, son] = [await trusted(['helpers']), await trusted(['money'])]
    expect((await say(daughter.as, id, 'came-not', { proxyId: daughter.proxyId })).told).toMatchObject({ by: 'relative' })
    expect((await visitsOf(daughter.as, { proxyId: daughter.proxyId })).visits).toMatchObject([{ talked: '谈了养鸡' }])
    await expect(visitsOf(son.as, { proxyId: son.proxyId })).rejects.toThrow('sign-in')
    const other = await visited()
    await expect(say(other.farmer, id, 'came')).rejects.toThrow('没有找到这一次走访')
  })

  test('what was taken along says until when, and a look without signal when it was', async () => {
    const { home, as, farmer } = await visited()
    const taking = newId()
    await ask('takeAlong', { id: taking, householdIds: [home._id], purpose: 'visit', until: '2026-10-20T10:00:00.000Z' }, as)
    const seen = { id: newId(), householdId: home._id, phoneAt: '2026-10-20T03:00:00.000Z', consent: 'self' }
    await ask('looksOffline', { takingId: taking, looks: [seen] }, as)
    const { looks } = await cloud.call<Looks>('household', 'looks', {}, farmer)
    expect(looks.find(({ kind }) => kind === 'taken-along')).toMatchObject({ until: '2026-10-20T10:00:00.000Z', granted: true })
    expect(looks.find(({ kind }) => kind === 'offline')).toMatchObject({ seenAt: '2026-10-20T03:00:00.000Z' })
  })
})

test('an absent cadre, a lonely person nobody went to, a visit in haste and a denied one: each for whoever answers for it', async () => {
  const { home, as } = await aDoor()
  const workerId = newId()
  await update(cloud.db, households, { _id: home._id }, { $set: { helpers: [workerId], listedOn: '2026-01-01' } })
  await helpersFor(cloud, home._id, workerId)
  const cadre = await asStaff(cloud, await aStaff(cloud, 'cadre', { workerId, agencyId: 'agriculture' }))
  await ask('visit', visitOf(home, { unchanged: false, changes: [{ field: 'home-now', value: 'alone', basedOn: [] }] }), as)
  const fast = visitOf(home, { seconds: 3 })
  await ask('visit', fast, cadre)
  const atNight = () => ({ ...environment(), moment: now() })
  const look = (scope = home.townCode) => visitWatch.look(atNight(), scope)
  expect(await visitWatch.scopes(atNight())).toContain(home.townCode)
  const ofHome = (found: Awaited<ReturnType<typeof look>>, detector: keyof typeof found) =>
    found[detector]!.filter(({ records }) => records.some(({ id }) => id === home._id || id === fast.id)).map((one) => one.agencyId)
  const today = await look()
  expect([ofHome(today, 'visit_overdue'), ofHome(today, 'care_missed'), ofHome(today, 'visits_in_haste')]).toEqual([
    [],
    [],
    ['agriculture'],
  ])
  onlyTheClockIsFake('2026-10-28T02:00:00Z')
  expect(ofHome(await look(), 'care_missed')).toEqual([`town-${home.townCode}`])
  await cloud.call('household', 'confirmVisit', { visitId: fast.id, said: 'came-not' }, await asFarmer(cloud, home))
  expect(ofHome(await look(cloud.county.code), 'visit_denied')).toEqual([cloud.county.duties.discipline])
  onlyTheClockIsFake('2027-01-20T02:00:00Z')
  expect(ofHome(await look(), 'visit_overdue')).toEqual([])
  onlyTheClockIsFake('2027-01-21T02:00:00Z')
  expect(ofHome(await look(), 'visit_overdue')).toEqual(['agriculture'])
  onlyTheClockIsFake('2027-10-21T02:00:00Z')
  expect(ofHome(await look(), 'paired_on_paper')).toEqual(['agriculture'])
  await update(cloud.db, staff, { workerId }, { $set: { status: 'removed' } })
  expect(ofHome(await look(cloud.county.code), 'no_successor')).toEqual(['agriculture'])
})

test('a visit is written once: it stands in the tables that the pack names for its fields, and a doctor’s words stand in none', async () => {
  const { home, as } = await aDoor()
  const workerId = newId()
  await update(cloud.db, households, { _id: home._id }, { $set: { helpers: [workerId] } })
  const doctor = await asStaff(cloud, await aStaff(cloud, 'doctor', { workerId }))
  const changes = [
    { field: 'home-now', value: 'alone', basedOn: [] },
    { field: 'water', value: 'short', basedOn: [] },
  ]
  await ask('visit', visitOf(home, { unchanged: false, talked: '谈了养鸡', changes, heard: [{ topic: 'water', words: '水管坏了' }] }), as)
  await ask('visit', visitOf(home, { unchanged: false, talked: '血压高', on: '2026-10-19', purpose: 'help-requested' }), doctor)
  const grant = await aGrant(cloud, await aStaff(cloud, 'officer'), { area: home.villageCode, parts: ['helpers'] })
  const asked = { area: home.villageCode, from: '2026-10-01' as const, until: '2026-10-31' as const }
  const rows = async (table: 'visits' | 'help-ledger') => {
    const reading = { on: { ...environment(), moment: now() }, grant, asked }
    expect(await tableKinds[table].count(reading)).toBe(2)
    const columns = ['on', 'wrote', 'talked', 'needs']
    const first = await tableKinds[table].page(reading, columns, { after: null, number: 0, size: 1 })
    const rest = await tableKinds[table].page(reading, columns, { after: first.next, number: 1, size: 5 })
    expect(rest.next).toBeNull()
    return [...first.rows, ...rest.rows]
  }
  const need = '饮水、水管（县水利局，在办）'
  expect(await rows('visits')).toEqual([
    ['2026-10-19', null, null, null],
    ['2026-10-20', '在家的人：一个人住', '谈了养鸡', need],
  ])
  expect((await rows('help-ledger'))[1]).toEqual(['2026-10-20', '饮水：缺水', '谈了养鸡', need])
})

test('what a doctor wrote and heard is for doctors: a grid worker sees that one was there', async () => {
  const { home, as } = await aDoor()
  const one = await aStaff(cloud, 'doctor', { workerId: `doctor-${home._id}` })
  await update(cloud.db, households, { _id: home._id }, { $set: { helpers: [`doctor-${home._id}`] } })
  const heard = [{ topic: 'illness', words: '胰岛素快用完了' }]
  const sent = visitOf(home, { purpose: 'follow-up', unchanged: false, talked: '血糖高', heard })
  const doctor = await asStaff(cloud, one)
  await ask('visit', sent, doctor)
  const seen = await look(home, as)
  expect([seen.visits.map(({ talked }) => talked), seen.needs]).toEqual([[''], []])
  const own = await ask<{ home: VisitedHome }>('homeAt', { householdId: home._id, purpose: 'follow-up', consent: 'self' }, doctor)
  expect([own.home.visits[0]!.talked, own.home.needs.length]).toEqual(['血糖高', 1])
})
