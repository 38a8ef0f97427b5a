import type { MoneySums } from '#contract/supervision/money'
import { rehearsalOver } from '#store/db/rehearsal/rehearsal'
import { findStaff } from '#store/access/staff'
import { findEach } from '#store/db/read'
import { claims, type Claim } from '#store/money/claims'
import { payments } from '#store/money/money'
import { audit } from '#store/record/audit'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { aGrant, aPledgedAgency, asStaff, aStaff } from '../harness/people'
import { importByHand } from '../intake/by-hand'
import { takenFiles } from '../intake/truth'
import { reconcileAll } from '../ledger/reconcile'
import { enrolled, stepUp, type Enrolled } from '../office/officers'
import { taking } from '../tables/taking'

/** 资金发放表 of October, as an officer takes it away under a grant. */
jest.setTimeout(120_000)
let cloud: Cloud
let officer: Enrolled
let wide: string
let narrow: string
let october: Claim[]
const of = { table: 'money', from: '2026-10-01', until: '2026-10-31' }
beforeAll(async () => {
  onlyTheClockIsFake('2026-11-20T02:00:00.000Z')
  cloud = await startCloud()
  for (const { path } of takenFiles) await cloud.importFile(path)
  await reconcileAll(cloud)
  await aPledgedAgency(cloud)
  officer = await enrolled(cloud, 'wu.min')
  const staff = (await findStaff(cloud.db, officer.staffId))!
  wide = (await aGrant(cloud, staff, { area: '330328', parts: ['money'], fields: ['name', 'id-number', 'card'] }))._id
  narrow = (await aGrant(cloud, staff, { area: '330328102', parts: ['money'] }))._id
  const own = cloud.county.programmes.filter(({ agency }) => agency === 'civil-affairs').map(({ id }) => id)
  october = await findEach(cloud.db, claims, { month: '2026-10', programme: { $in: own }, householdId: { $ne: null } })
  await stepUp(cloud, officer)
}, 300_000)
afterAll(() => cloud.close())
const { take, preview } = taking(() => cloud)
const body = (lines: unknown[][]) => {
  const head = lines.findIndex((line) => line[0] === '序号')
  const rows = lines.slice(head + 1).filter((line) => typeof line[0] === 'number')
  return { head: lines[head] as string[], rows, total: lines.find((line) => line[0] === '合计')! }
}
const yuanOf = (list: readonly Claim[], value: (one: Claim) => number) => list.reduce((sum, one) => sum + value(one), 0) / 100

test('one due a row, with what became of it; the totals are those of the ledger; who made it and when', async () => {
  const { lines, taken } = await take({ grantId: wide, ...of }, officer.as)
  const { head, rows, total } = body(lines)
  expect(head).toEqual([
    ...['序号', '乡镇', '村', '姓名', '身份证号', '开户名', '卡号', '尾号', '项目', '发放月份', '属期', '应发金额（元）', '到账（元）'],
    ...['没到（元）', '走到哪一步', '哪天到账', '滞留天数', '没到、多付的原因'],
  ])
  expect(taken).toMatchObject({ unit: '笔', of: october.length, rows: october.length })
  expect(rows).toHaveLength(october.length)
  expect(total.slice(11, 14)).toEqual([
    yuanOf(october, ({ dueFen }) => dueFen),
    yuanOf(october, ({ creditedFen }) => creditedFen),
    yuanOf(october, ({ dueFen, creditedFen }) => dueFen - creditedFen),
  ])
  const refused = rows.filter((row) => String(row[17]).includes('银行没有入账'))
  expect(refused).toHaveLength(october.filter(({ outstanding }) => outstanding.some(({ reason }) => reason === 'refused')).length)
  for (const row of rows) expect(row[13]).toBeCloseTo((row[11] as number) - (row[12] as number), 2)
  for (const row of rows.filter((one) => one[14] === '到账')) expect(row[15]).not.toBeNull()
  expect(rows.every((row) => /^\d{17}[\dX]$/.test(row[4] as string) && /^\d{12,19}$/.test(row[6] as string))).toBe(true)
  expect(lines.flat().join(' ')).toMatch(/制表人/)
  const look = (await findEach(cloud.db, audit, { action: 'supervision.export', granted: true })).at(-1)!
  expect(look).toMatchObject({ rows: october.length, parts: ['money'], area: '330328' })
  expect(look.fields).toEqual(expect.arrayContaining(['name', 'id-number', 'card']))
})

test('a narrower grant: its town alone, names masked, no number but the last four of the card', async () => {
  const { lines } = await take({ grantId: narrow, ...of }, officer.as)
  const { head, rows } = body(lines)
  expect(head).not.toEqual(expect.arrayContaining(['身份证号']))
  expect(head).not.toEqual(expect.arrayContaining(['卡号']))
  const here = october.filter(({ townCode }) => townCode === '330328102')
  expect(rows).toHaveLength(here.length)
  expect(rows.every((row) => (row[3] as string).endsWith('*') && (row[4] === null || /^\d{4}$/.test(row[4] as string)))).toBe(true)
  expect((await preview({ grantId: narrow, ...of, from: '2026-09-01', until: '2026-09-30' }, officer.as)).total).toBe(0)
})

test('page by page it is the same table: two to a page or all at once', async () => {
  const { moneySheet } = await import('#affairs/tables/kinds/money-sheet')
  const { environment } = await import('#kernel/call/environment')
  const { now } = await import('#kernel/call/clock')
  const { findGrant } = await import('#store/access/grants')
  const reading = {
    on: { ...environment(), moment: now() },
    grant: (await findGrant(cloud.db, narrow))!,
    asked: { from: of.from, until: of.until } as never,
  }
  const columns = moneySheet.columns.map(({ id }) => id)
  const whole = await moneySheet.page(reading, columns, { after: null, number: 0, size: 1000 })
  const pieces: unknown[][] = []
  for (let after: string | null = null, more = true; more;) {
    const page = await moneySheet.page(reading, columns, { after, number: pieces.length, size: 7 })
    pieces.push(...page.rows)
    after = page.next
    more = after !== null
  }
  expect(whole.next).toBeNull()
  expect(pieces).toEqual(whole.rows)
})

test('taken in again it is read as the plan that it came from: the same people, programmes, periods, cards and amounts', async () => {
  const { bytes } = await take({ grantId: wide, ...of }, officer.as)
  const rehearsal = rehearsalOver(cloud.db)
  const said = await importByHand(
    cloud,
    ['资金发放表_202610.xlsx', bytes],
    { cursor: null },
    { db: rehearsal.db, chunkRows: 500, rehearsed: true },
  )
  expect(said).toMatchObject({ kind: 'payment-plan', quarantined: 0, accepted: october.length })
  const written = rehearsal.changes().filter(({ collection, after }) => collection === 'payments' && after !== null)
  const known = new Map((await findEach(cloud.db, payments, { month: '2026-10' })).map((row) => [row._id, row]))
  const key = ({ personId, programme, period, month }: { personId: string; programme: string; period: string; month: string }) =>
    [personId, programme, period, month].join('/')
  const there = new Set([...known.values()].map(key))
  for (const { after } of written) expect(there).toContain(key(after as never))
})

test('finance sees in it what its room sums up', async () => {
  await aPledgedAgency(cloud, 'finance')
  const finance = await enrolled(cloud, 'cai.zheng', { role: 'officer', name: '郑会计', agency: '县财政局', areas: [] })
  const staff = (await findStaff(cloud.db, finance.staffId))!
  const grantId = (await aGrant(cloud, staff, { area: '330328', parts: ['money'] }))._id
  const { total } = await preview({ grantId, ...of }, finance.as)
  const as = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'finance' }))
  const sums = await cloud.call<MoneySums>('supervision', 'moneySums', { month: '2026-10' }, as)
  const off = sums.sums.filter(({ town }) => town.id === '').reduce((sum, one) => sum + one.claims, 0)
  expect(total).toBe(sums.all.claims - off)
})
