import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { dividends } from '#store/money/money'
import { households } from '#store/people/register'
import { alerts } from '#store/work/alerts'
import { memberships } from '#store/work/schemes'
import { startCloud, type Cloud } from '../harness/cloud'
import { takenFiles } from '../intake/truth'
import { idOf, on, theDesk, type Desk } from './desk'

/** What is found about pooled schemes, in one county, night by night. */
let cloud: Cloud
let desk: Desk
beforeAll(async () => {
  on('2026-04-10')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => on('2026-04-10'))
afterEach(() => jest.useRealTimers())

async function night() {
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('alerts', {}, 'patrol'))
}
const open = async (detector: string) =>
  (await findEach(cloud.db, alerts, { detector, open: true })).map(({ subject, amountFen }) => [subject.id, amountFen])
const ofScheme = async (detector: string, ...ids: string[]) => (await open(detector)).filter(([id]) => ids.includes(id as string))

test('a dividend that is due by the end of March: nothing before, one of the whole scheme after, each household once others were paid', async () => {
  const id = await desk.scheme('预警一号')
  const [first, second, third] = [await desk.member(id), await desk.member(id), await desk.member(id)]
  on('2026-03-31')
  await night()
  expect(await ofScheme('dividend_unpaid', id, first.id)).toEqual([[id, 140_001]])
  // Of 2025 nothing is due yet; 2024 has been late for a year: 7 of 12 months of 80,000 分 for each of the three.
  expect((await findEach(cloud.db, alerts, { detector: 'dividend_unpaid', 'subject.id': id })).map(({ cause }) => cause)).toEqual(['2024'])
  on('2026-04-01')
  await desk.listed('预警一号', first._id, 2025, 80_000)
  await desk.listed('预警一号', second._id, 2025, 79_999)
  await night()
  expect(await ofScheme('dividend_unpaid', first.id, second.id, third.id)).toEqual([[third.id, 80_000]])
  expect(await ofScheme('dividend_short', first.id, second.id, third.id)).toEqual([[second.id, 1]])
  await desk.listed('预警一号', third._id, 2025, 80_000)
  on('2026-04-02')
  await night()
  expect(await ofScheme('dividend_unpaid', third.id)).toEqual([])
})

test('principal that is not back on the working day, over the May holiday with its make-up Saturday', async () => {
  const id = await desk.scheme('预警二号')
  const { id: member } = await desk.member(id)
  on('2026-04-20')
  await desk.asks(member)
  // 5月1日到5日放假，5月9日上班。
  expect((await desk.decide(member)).row.returning?.dueOn).toBe('2026-05-13')
  on('2026-05-13')
  await desk.back(member, 300_000, '2026-05-13')
  await night()
  expect(await ofScheme('principal_not_returned', member)).toEqual([])
  on('2026-05-14')
  await night()
  expect(await ofScheme('principal_not_returned', member)).toEqual([[member, 500_000]])
  await desk.back(member, 500_000, '2026-05-14')
  on('2026-05-15')
  await night()
  expect(await ofScheme('principal_not_returned', member)).toEqual([])
})

test('a day that nobody can tell is not guessed, and does not hide that the money is not back', async () => {
  const id = await desk.scheme('预警三号')
  const { id: member } = await desk.member(id)
  on('2026-12-25')
  await desk.asks(member)
  await desk.decide(member)
  on('2027-02-08')
  await night()
  expect(await ofScheme('principal_not_returned', member)).toEqual([])
  on('2027-02-09')
  await night()
  const [found] = await findEach(cloud.db, alerts, { detector: 'principal_not_returned', 'subject.id': member })
  expect(found!.parts[0]!.why).toContain('怎么放假最迟也不晚于2027年2月8日')
})

test('off the register and not told: the town hears of it after its days, of agreed and of listed ones; told, it is over', async () => {
  const id = await desk.scheme('预警四号')
  const one = await desk.member(id)
  const listed = await desk.home()
  await desk.listed('预警四号', listed._id, 2025, 64_000)
  for (const home of [one._id, listed._id])
    await update(cloud.db, households, { _id: home }, { $set: { onRegister: false, 'members.0.left': { on: '2026-04-01', died: true } } })
  on('2026-04-16')
  await night()
  expect(await ofScheme('left_not_told', one.id, listed._id)).toEqual([])
  on('2026-04-17')
  await night()
  expect((await ofScheme('left_not_told', one.id, listed._id)).map(([subject]) => subject).sort()).toEqual([one.id, listed._id].sort())
  const found = await findEach(cloud.db, alerts, { detector: 'left_not_told', open: true, 'subject.id': one.id })
  expect(found.map(({ agencyId }) => agencyId)).toEqual(['town-330328102'])
  await desk.tell(one.id, '2026-04-17')
  await desk.tell(idOf('预警四号', listed._id), '2026-04-17')
  on('2026-04-18')
  await night()
  expect(await ofScheme('left_not_told', one.id, listed._id)).toEqual([])
  expect((await desk.read(one.id)).row.state).toBe('member')
})

test('one household twice in a year’s list; a dividend after the leaving; one that a later list brings and nobody brought in', async () => {
  const id = await desk.scheme('预警五号')
  const [twice, gone, first, late] = [await desk.home(), await desk.member(id), await desk.home(), await desk.home()]
  await desk.listed('预警五号', twice._id, 2025, 64_000)
  await desk.listed('预警五号', twice._id, 2025, 40_000, 400_000, 'q')
  await desk.listed('预警五号', first._id, 2025, 64_000)
  await desk.asks(gone.id)
  await desk.decide(gone.id)
  await night()
  expect(await ofScheme('scheme_household_twice', twice._id)).toHaveLength(1)
  expect(await ofScheme('dividend_of_stranger', twice._id, first._id, gone.id)).toEqual([])
  on('2027-01-15')
  await desk.listed('预警五号', gone._id, 2027, 80_000)
  await desk.listed('预警五号', late._id, 2026, 30_000)
  await night()
  expect((await ofScheme('dividend_of_stranger', gone.id, late._id, first._id)).sort()).toEqual(
    [
      [gone.id, 80_000],
      [late._id, 30_000],
    ].sort(),
  )
})

test('the department’s own list: 91 households are proposed, read again nothing changes, and nothing is found about any', async () => {
  const own = await startCloud()
  on('2026-11-30')
  try {
    const asked = await theDesk(own)
    for (const { path } of takenFiles.filter(({ file }) => /名册|分红/.test(file))) await own.importFile(path)
    const seen = async () => {
      const { rows } = await asked.ask<{ rows: { name: string; totals: { in: number; listed: number; listedFen: number } }[] }>(
        'schemes',
        {},
        asked.as.officer,
      )
      return rows.map(({ name, totals }) => [name, totals.in, totals.listed, totals.listedFen])
    }
    const before = await seen()
    expect(before.map(([name]) => name).sort()).toEqual(['中蜂折股量化', '金丝皇菊', '飞地产业园', '黄年糕'].sort())
    const rows = await findEach(own.db, dividends, {})
    expect(rows).toHaveLength(91)
    const placed = rows.filter(({ householdId }) => householdId !== null)
    expect(before.reduce((sum, [, households]) => sum + (households as number), 0)).toBe(placed.length)
    expect(before.reduce((sum, [, , , fen]) => sum + (fen as number), 0)).toBe(
      placed.reduce((sum, { principalFen }) => sum + principalFen, 0),
    )
    for (const { path } of takenFiles.filter(({ file }) => /分红/.test(file))) await own.importFile(path)
    expect(await seen()).toEqual(before)
    expect(await findEach(own.db, memberships, {})).toEqual([])
    for (let more = true; more;) ({ more } = await own.operate<{ more: boolean }>('alerts', {}, 'patrol'))
    const kinds = [
      'dividend_unpaid',
      'dividend_short',
      'principal_not_returned',
      'left_not_told',
      'scheme_household_twice',
      'dividend_of_stranger',
    ]
    expect(await findEach(own.db, alerts, { detector: { $in: kinds } })).toEqual([])
  } finally {
    await own.close()
  }
}, 120_000)
