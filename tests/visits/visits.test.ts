import { randomBytes } from 'node:crypto'
import type { Home, SentVisit, VisitedHome } from '#contract/field/actions'
import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import type { Household } from '#store/people/register'
import { staff } from '#store/access/staff'
import { audit } from '#store/record/audit'
import { requests } from '#store/work/requests'
import { takings, visits, visitVersions } from '#store/work/visits'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aContact, aHousehold, aStaff, asStaff } from '../harness/people'

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
  expect((await look(home, as)).needs.map(({ words }) => words).sort()).toEqual(['2026年10月20日走访时说：水管坏了', '2026年10月20日走访时说：补办户口本'])
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
