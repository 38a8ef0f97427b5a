import { fen } from '#domain/money/money'
import type { Finding } from '#domain/alerts/finding'
import { keepFindings, type Kept } from '#affairs/alerts/keep-findings'
import { momentOf } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { alertEvents, alerts, changeAlert, type Alert } from '#store/work/alerts'
import { startCloud, type Cloud } from '../harness/cloud'

/** What keepFindings makes of what detectors find, through the real SDK. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  await Promise.all([remove(cloud.db, alerts, {}), remove(cloud.db, alertEvents, {})])
})

const nothing: Kept = { raised: 0, same: 0, changed: 0, again: 0, away: 0, gone: 0 }
const twice = (person: string, over: Partial<Finding> = {}): Finding => ({
  subject: { kind: 'person', id: person },
  cause: 'minimum-living/2026年10月',
  agencyId: 'civil-affairs',
  villageCode: '330328102201',
  why: '10月的低保金排了两次。',
  amountFen: fen(135600),
  records: [
    { kind: 'payment', id: `${person}-1` },
    { kind: 'payment', id: `${person}-2` },
  ],
  facts: [`${person}-1 135600`, `${person}-2 135600`],
  ...over,
})
const keep = (findings: Finding[], { scope = '2026-10', day = '2026-10-20', db = cloud.db } = {}) =>
  keepFindings({ ...cloud, db, moment: momentOf(new Date(`${day}T02:00:00Z`)) }, { detector: 'duplicate_payment', scope }, findings)
const all = () => findEach(cloud.db, alerts, {})
const one = async () => (await all())[0]!
const acts = async () => (await findEach(cloud.db, alertEvents, {})).map(({ act }) => act)
/** As if people had brought it there. */
const stands = (over: Partial<Alert>) => update(cloud.db, alerts, {}, { $set: over })

test('a finding becomes an alert, in words and with its place, its money, its days', async () => {
  expect(await keep([twice('a')])).toEqual({ ...nothing, raised: 1 })
  expect(await one()).toMatchObject({
    ...{ detector: 'duplicate_payment', word: '错', state: 'found', open: true, agencyId: 'civil-affairs', handedTo: null },
    ...{ townCode: '330328102', villageCode: '330328102201', amountFen: 135600, raisedOn: '2026-10-20', dueOn: '2026-10-25', turn: 1 },
  })
  expect(await acts()).toEqual(['raise'])
})

test('the same finding twice is one alert, and nothing is written the second time', async () => {
  await keep([twice('a'), twice('b')])
  expect(await keep([twice('b'), twice('a')], { day: '2026-10-21' })).toEqual({ ...nothing, same: 2 })
  expect(await acts()).toEqual(['raise', 'raise'])
})

test('several findings of one cause are one alert with all their records', async () => {
  const third = twice('a', { records: [{ kind: 'payment', id: 'a-3' }], facts: ['a-3 100'], amountFen: fen(100) })
  expect(await keep([twice('a'), third])).toEqual({ ...nothing, raised: 1 })
  expect(await one()).toMatchObject({ amountFen: 135700, parts: [{ recordCount: 3 }] })
})

test('what is not found any more closes itself, visibly, and only in its scope', async () => {
  await keep([twice('a')])
  await keep([twice('b', { cause: 'minimum-living/2026年9月' })], { scope: '2026-09' })
  expect(await keep([])).toEqual({ ...nothing, gone: 1 })
  expect((await all()).map(({ state, open, endedOn }) => [state, open, endedOn]).sort()).toEqual([
    ['found', true, null],
    ['gone', false, '2026-10-20'],
  ])
  expect((await acts()).sort()).toEqual(['raise', 'raise', 'vanish'])
  expect(await keep([])).toEqual(nothing)
})

test('the same cause in two months is one alert; it stays while one of them still shows it', async () => {
  const name = (month: string) => twice('a', { cause: '', facts: ['蓝余海 蓝国阿'], records: [{ kind: 'payment', id: month }] })
  await keep([name('9')], { scope: '2026-09' })
  expect(await keep([name('10')])).toEqual({ ...nothing, changed: 1 })
  expect(await keep([name('9')], { scope: '2026-09' })).toEqual({ ...nothing, same: 1 })
  expect(await one()).toMatchObject({ scopes: ['2026-09', '2026-10'], amountFen: 271200 })
  expect(await keep([], { scope: '2026-09' })).toEqual({ ...nothing, changed: 1 })
  expect(await one()).toMatchObject({ state: 'found', scopes: ['2026-10'], amountFen: 135600 })
  expect(await keep([])).toEqual({ ...nothing, gone: 1 })
})

test.each(['refused', 'closed'] as const)('what was %s stays away until its facts change, and then says that they did', async (state) => {
  await keep([twice('a')])
  await stands({ state, open: false, dueOn: null, handedTo: 'finance', outcome: 'nothing' })
  expect(await keep([twice('a')])).toEqual({ ...nothing, away: 1 })
  // Worded anew, in another month, it rests on the same facts.
  expect(await keep([twice('a', { why: '换了个说法。' })], { scope: '2026-11' })).toEqual({ ...nothing, away: 1 })
  expect((await one()).state).toBe(state)
  expect(await keep([twice('a', { facts: ['a-1 135600', 'a-3 9900'] })], { day: '2026-11-02' })).toEqual({ ...nothing, again: 1 })
  expect(await one()).toMatchObject({ state: 'found', open: true, handedTo: null, outcome: null, raisedOn: '2026-11-02', turn: 2 })
  expect(await acts()).toEqual(['raise', 'again'])
})

test('what was gone comes back when it is found again', async () => {
  await keep([twice('a')])
  await keep([])
  expect(await keep([twice('a')])).toEqual({ ...nothing, again: 1 })
  expect(await acts()).toEqual(['raise', 'vanish', 'again'])
})

test.each(['inspection', 'rectification', 'recheck'] as const)(
  'in %s nothing closes by itself: it says that its facts are gone',
  async (state) => {
    await keep([twice('a')])
    await stands({ state })
    expect(await keep([], { day: '2026-10-22' })).toEqual({ ...nothing, changed: 1 })
    expect(await one()).toMatchObject({ state, open: true, factsGoneOn: '2026-10-22' })
    expect(await keep([])).toEqual(nothing)
    expect(await keep([twice('a')])).toEqual({ ...nothing, changed: 1 })
    expect(await one()).toMatchObject({ state, factsGoneOn: null })
    expect(await acts()).toEqual(['raise', 'facts-gone', 'change'])
  },
)

test('other facts while somebody works on it change what it says, not where it stands', async () => {
  await keep([twice('a')])
  await stands({ state: 'handed', handedTo: 'finance', dueOn: '2026-11-04' })
  await keep([twice('a', { facts: ['other'], amountFen: fen(1) })], { day: '2026-10-30' })
  expect(await one()).toMatchObject({ state: 'handed', handedTo: 'finance', dueOn: '2026-11-04', amountFen: 1, raisedOn: '2026-10-20' })
})

test('the more money and the longer it waits, the more serious', async () => {
  await keep([twice('little', { amountFen: fen(9900) }), twice('much', { amountFen: fen(10_000_000) })])
  await keep([twice('old', { amountFen: fen(9900) })], { scope: '2026-08', day: '2026-08-20' })
  const inOrder = (await all()).sort((a, b) => b.rank - a.rank).map(({ subject }) => subject.id)
  expect(inOrder).toEqual(['old', 'much', 'little'])
})

test('cut off at any alert and done again it comes to the same as undisturbed, each event once', async () => {
  const findings = Array.from({ length: 6 }, (_, i) => twice(`p${i}`))
  const later = [...findings.slice(0, 3), twice('new')]
  const seen = async () => [
    (await all()).map(({ subject, state, turn }) => `${subject.id} ${state} ${turn}`).sort(),
    (await findEach(cloud.db, alertEvents, {})).map(({ _id, act }) => `${_id} ${act}`).sort(),
  ]
  await keep(findings)
  await keep(later)
  const undisturbed = await seen()
  for (let whole = 0; whole < 4; whole++) {
    await Promise.all([remove(cloud.db, alerts, {}), remove(cloud.db, alertEvents, {})])
    for (const round of [findings, later]) {
      await expect(keep(round, { db: failingAfter(cloud.db, whole) })).rejects.toThrow('cut off')
      await keep(round)
    }
    expect(await seen()).toEqual(undisturbed)
  }
})

/** So many transactions are whole; then whoever does them is gone. */
const failingAfter = (db: Db, whole: number): Db =>
  new Proxy(db, {
    get: (from, name) =>
      name === 'runTransaction'
        ? (...args: Parameters<Db['runTransaction']>) => (whole-- > 0 ? from.runTransaction(...args) : Promise.reject(new Error('cut off')))
        : (Reflect.get(from, name) as unknown),
  })

test('two at once find the same: one alert each, one event each', async () => {
  const findings = Array.from({ length: 10 }, (_, i) => twice(`p${i}`))
  const both = await Promise.all([keep(findings), keep(findings)])
  expect(both[0].raised + both[1].raised).toBe(10)
  expect(await all()).toHaveLength(10)
  expect(await acts()).toHaveLength(10)
  const gone = await Promise.all([keep([]), keep([])])
  expect(gone[0].gone + gone[1].gone).toBe(10)
  expect(await acts()).toHaveLength(20)
})

test('whoever changes an alert that somebody else changed meanwhile changes nothing', async () => {
  await keep([twice('a')])
  const read = await one()
  const event = { at: 'x', act: 'hand', by: null, wordsSealed: null } as const
  expect(await changeAlert(cloud.db, read, { state: 'handed' }, event)).toMatchObject({ state: 'handed', turn: 2 })
  expect(await changeAlert(cloud.db, read, { state: 'refused' }, event)).toBeUndefined()
  expect(await acts()).toEqual(['raise', 'hand'])
})
