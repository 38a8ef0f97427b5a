import { read, utils } from '@e965/xlsx'
import type { AlertFigures } from '#contract/supervision/alert-figures'
import type { AlertFile, AlertList } from '#contract/supervision/alerts'
import type { OfficerFile } from '#contract/supervision/actions'
import type { DeskMe } from '#contract/office/desk'
import { normOn } from '#domain/county/parameters'
import { fen } from '#domain/money/money'
import type { Finding } from '#domain/alerts/finding'
import type { DetectorName } from '#domain/alerts/detectors/all'
import { keepFindings } from '#affairs/alerts/keep-findings'
import { now } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { insert, remove, update } from '#store/db/write'
import { imports } from '#store/intake/intake'
import { payments } from '#store/money/money'
import { audit } from '#store/record/audit'
import { alertEvents, alerts } from '#store/work/alerts'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aHousehold, aPayment, aPledgedAgency, asFarmer, asStaff, aStaff } from '../harness/people'

/** What an officer is shown: no flood, the most serious first, all of it on asking; whose it is only under a grant. */
let cloud: Cloud
let civil: As
let discipline: As
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  civil = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' }))
  discipline = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'discipline' }))
}, 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  await Promise.all([remove(cloud.db, alerts, {}), remove(cloud.db, alertEvents, {}), remove(cloud.db, audit, {})])
})
afterEach(() => jest.useRealTimers())

const finding = (id: string, over: Partial<Finding> = {}): Finding => ({
  ...{ subject: { kind: 'person', id }, agencyId: 'civil-affairs', villageCode: '330328102201', why: `${id} 对不上。` },
  ...{ amountFen: fen(50_000), records: [], facts: [id] },
  ...over,
})
const keep = (findings: Finding[], detector: DetectorName = 'duplicate_payment', scope = '2026-10') =>
  keepFindings({ ...cloud, moment: now() }, { detector, scope }, findings)
const list = (input: object, who = civil) => cloud.call<AlertList>('supervision', 'alerts', input, who)
const figures = (who = civil) => cloud.call<AlertFigures>('supervision', 'alertFigures', {}, who)
const aDay = () => normOn(cloud.county, 'alerts-a-day', '2026-10-20')

test('as many as a day can hold, the most serious first; the rest is counted and there on asking', async () => {
  const many = aDay() + 37
  await keep(Array.from({ length: many }, (_, i) => finding(`p${i}`, i === many - 1 ? { amountFen: fen(90_000_000) } : {})))
  const today = await list({ view: 'today' })
  expect([today.rows.length, today.behind, today.total, today.aDay]).toEqual([aDay(), 37, many, aDay()])
  expect(today.rows[0]!.why).toBe(`p${many - 1} 对不上。`)
  expect(today.next).toBeUndefined()
  const seen = []
  for (let after: string | undefined; ;) {
    const page = await list({ view: 'waiting', ...(after && { after }) })
    seen.push(...page.rows.map(({ id }) => id))
    if (!page.next) break
    after = page.next
  }
  expect(new Set(seen).size).toBe(many)
  expect(seen).toHaveLength(many)
})

test('by word, kind, town, agency and state; every count is of the list that it opens', async () => {
  await keep([finding('a'), finding('b', { villageCode: '330328100201' })])
  await keep([finding('c', { agencyId: 'disabled-federation' })], 'missing_payment')
  const { words } = await list({ view: 'open' }, discipline)
  for (const { word, open } of words) expect([word, (await list({ view: 'open', word }, discipline)).total]).toEqual([word, open])
  const whys = async (input: object) => (await list({ view: 'open', ...input }, discipline)).rows.map(({ why }) => why[0]).sort()
  expect(await whys({})).toEqual(['a', 'b', 'c'])
  expect(await whys({ word: '漏' })).toEqual(['c'])
  expect(await whys({ detector: 'duplicate_payment', town: '330328100' })).toEqual(['b'])
  expect(await whys({ agency: 'disabled-federation' })).toEqual(['c'])
  expect(await whys({ state: 'handed' })).toEqual([])
  await update(cloud.db, alerts, { detector: 'missing_payment' }, { $set: { handedTo: 'finance', state: 'handed' } })
  expect(await whys({ agency: 'finance', state: 'handed' })).toEqual(['c'])
  expect(await whys({ agency: 'disabled-federation' })).toEqual([])
  // What is another agency's is neither shown nor counted here.
  expect((await list({ view: 'open' })).words).toEqual([
    { word: '错', open: 2, late: 0 },
    ...['少', '落', '漏'].map((word) => ({ word, open: 0, late: 0 })),
  ])
})

test('the desk’s first page counts the four words, and of what waits no more than a day can hold', async () => {
  await keep(Array.from({ length: aDay() + 5 }, (_, i) => finding(`p${i}`)))
  const me = await cloud.call<DeskMe>('office', 'me', {}, civil)
  expect(me.sections).toContain('alerts')
  expect(me.alerts).toEqual({
    today: aDay(),
    words: [{ word: '错', open: aDay() + 5, late: 0 }, ...['少', '落', '漏'].map((word) => ({ word, open: 0, late: 0 }))],
  })
})

test('figures: raised, confirmed, money moved for each kind; and against the most that there should be', async () => {
  for (let i = 0; i < 3; i++) await aHousehold(cloud)
  await keep(['a', 'b', 'c', 'd', 'e'].map((id) => finding(id)))
  const ends = [
    { state: 'closed', outcome: 'fund', movedFen: 50_000 },
    { state: 'closed', outcome: 'nothing', movedFen: null },
    { state: 'refused', outcome: null, movedFen: null },
    { state: 'gone', outcome: null, movedFen: null },
  ]
  const all = await findEach(cloud.db, alerts, {})
  for (const [i, end] of ends.entries()) await update(cloud.db, alerts, { _id: all[i]!._id }, { $set: { ...end, open: false } })
  const { detectors, month } = await figures()
  expect(detectors).toEqual([
    {
      detector: 'duplicate_payment',
      name: '同一笔钱排了两次',
      word: '错',
      raised: 5,
      open: 1,
      confirmed: 1,
      nothing: 1,
      refused: 1,
      gone: 1,
      movedFen: 50_000,
    },
  ])
  expect(month).toMatchObject({ raised: 5, aim: Math.floor(month.households / 50) })
  onlyTheClockIsFake('2026-11-02T02:00:00Z')
  expect((await figures()).month.raised).toBe(0)
  expect((await figures()).words[0]).toEqual({ word: '错', open: 1, late: 1 })
})

describe('the records of an alert', () => {
  async function aDoubtfulPayment() {
    const home = await aHousehold(cloud, { villageCode: cloud.county.towns[2]!.villages[0]!.code })
    await aPayment(cloud, home._id, { month: '2026-10', dueFen: 76200 })
    const [payment] = await findEach(cloud.db, payments, { householdId: home._id })
    await update(cloud.db, payments, { _id: payment!._id }, { $set: { row: 352, importId: `file of ${home._id}` } })
    const at = '2026-10-12T00:00:00.000Z'
    const told = {
      fileName: '一卡通发放计划_2026年10月.xlsx',
      fileID: 'f',
      kind: 'payment-plan',
      status: 'done',
      result: null,
      at,
    } as const
    await insert(cloud.db, imports, { _id: `file of ${home._id}`, ...told })
    await keep([finding(home._id, { records: [{ kind: 'payment', id: payment!._id }] })])
    const { _id } = (await findEach(cloud.db, alerts, { 'subject.id': home._id }))[0]!
    return { home, id: _id }
  }
  const open = (id: string, who: As) => cloud.call<AlertFile>('supervision', 'alert', { id }, who)

  test('say file and row, and not whose they are', async () => {
    const { home, id } = await aDoubtfulPayment()
    const file = await open(id, civil)
    expect(file.records).toEqual([
      { words: '发放计划：2026年10月低保金 762 元', source: { file: '一卡通发放计划_2026年10月.xlsx', row: 352 } },
    ])
    expect(JSON.stringify(file)).not.toMatch(new RegExp(`${home._id}.*household|${home.headName}|${home.idNumber}`))
  })

  test('under a grant lead to the household, which is looked at as for this alert; without one not', async () => {
    const { home, id } = await aDoubtfulPayment()
    await aPledgedAgency(cloud, 'civil-affairs')
    const holder = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
    const grant = await aGrant(cloud, holder, { area: home.villageCode.slice(0, 9) })
    const elsewhere = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
    await aGrant(cloud, elsewhere, { area: '330328100' })
    expect((await open(id, await asStaff(cloud, elsewhere))).records[0]!.household).toBeUndefined()
    const who = await asStaff(cloud, holder)
    const { household } = (await open(id, who)).records[0]!
    expect(household).toEqual({ id: home._id, grantId: grant._id })
    await remove(cloud.db, audit, {})
    const look = { grantId: grant._id, householdId: home._id }
    await cloud.call<OfficerFile>('supervision', 'file', { ...look, alertId: id }, who)
    expect(await findEach(cloud.db, audit, {})).toMatchObject([
      { action: 'supervision.file', granted: true, householdId: home._id, about: { kind: 'alert', id } },
    ])
    await expect(cloud.call('supervision', 'file', { ...look, alertId: 'none' }, who)).rejects.toThrow('没有这条预警')
  })

  test('the farmer whom it is about is told nothing of it', async () => {
    const { home, id } = await aDoubtfulPayment()
    const who = await asFarmer(cloud, home)
    await open(id, civil)
    for (const [door, action] of [
      ['household', 'mine'],
      ['household', 'looks'],
      ['household', 'copy'],
      ['identity', 'news'],
    ] as const) {
      const told = JSON.stringify(await cloud.call(door, action, {}, who))
      expect(told).not.toMatch(/对不上|预警|alert/)
      expect(told).not.toContain(id)
    }
  })
})

describe('the list as a workbook', () => {
  type Taken = { fileName: string; rows: number; base64: string }
  const take = (input: object, who = civil) => cloud.call<Taken>('supervision', 'alertsFile', input, who)
  const sheetOf = ({ base64 }: Taken) => {
    const book = read(Buffer.from(base64, 'base64'), { cellFormula: true })
    return book.Sheets[book.SheetNames[0]!]!
  }
  const idsIn = (taken: Taken) => (utils.sheet_to_json(sheetOf(taken), { header: 1 }) as string[][]).slice(3, -2).map(([id]) => id)

  test('is what the same filter shows on the screen, each alert once and in that order; who took it away is on record', async () => {
    await keep([finding('a', { amountFen: fen(10_000) }), finding('b', { villageCode: '330328100201' }), finding('c')])
    await keep([finding('d', { agencyId: 'disabled-federation' })], 'missing_payment')
    for (const [input, who] of [
      [{ view: 'open' }, discipline],
      [{ view: 'open', town: '330328102' }, discipline],
      [{ view: 'today' }, civil],
    ] as const) {
      const shown = (await list(input, who)).rows.map(({ id }) => id)
      const taken = await take(input, who)
      expect([idsIn(taken), taken.rows]).toEqual([shown, shown.length])
    }
    expect(idsIn(await take({ view: 'open' }))).toHaveLength(3)
    const looks = (await findEach(cloud.db, audit, {})).filter(({ action }) => action === 'supervision.alertsFile')
    expect(looks).toHaveLength(4)
    await expect(take({ view: 'ended' })).rejects.toThrow(/一条也没有/)
  })

  test('never runs what a cell says', async () => {
    await keep([finding('x', { why: '=HYPERLINK("http://x")' }), finding('y', { why: '@SUM(1)' }), finding('z', { why: '+1-cmd' })])
    const sheet = sheetOf(await take({ view: 'open' }))
    const cells = Object.entries(sheet).flatMap(([at, cell]) =>
      /^[A-Z]+\d+$/.test(at) ? [cell as { t: string; f?: string; v: unknown }] : [],
    )
    expect(cells.some(({ f }) => f !== undefined)).toBe(false)
    expect(cells.filter(({ t, v }) => t === 's' && /^[=+@-]/.test(String(v)))).toEqual([])
    expect(cells.filter(({ v }) => /HYPERLINK|SUM|cmd/.test(String(v)))).toHaveLength(3)
  })
})
