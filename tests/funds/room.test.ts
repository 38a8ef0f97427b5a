import type { MoneyClaimFile, MoneyClaimRow, MoneySums } from '#contract/supervision/money'
import { find, findEach } from '#store/db/read'
import { claims } from '#store/money/claims'
import { payments } from '#store/money/money'
import { audit } from '#store/record/audit'
import { asFarmer, asStaff, aStaff } from '../harness/people'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { takenFiles } from '../intake/truth'

/** 扶贫资金 over the departments' files of October: every number opens the dues that it counts. */
let cloud: Cloud
const officers: Record<string, As> = {}
beforeAll(async () => {
  cloud = await startCloud()
  for (const { path } of takenFiles) await cloud.importFile(path)
  for (const agencyId of [
    'finance',
    'discipline',
    'civil-affairs',
    'disabled-federation',
    'medical-insurance',
    'veterans',
    'town-330328102',
  ])
    officers[agencyId] = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId }))
}, 300_000)
afterAll(() => cloud.close())

const month = '2026-10'
const sumsOf = async (more: object = {}, who = 'finance'): Promise<MoneySums> => {
  for (;;) {
    const sums = await cloud.call<MoneySums>('supervision', 'moneySums', { month, ...more }, officers[who])
    if (!sums.counting) return sums
  }
}
async function claimsBehind(asked: object, who = 'finance'): Promise<{ rows: MoneyClaimRow[]; total: number }> {
  const rows: MoneyClaimRow[] = []
  for (let after: string | undefined; ;) {
    const page = await cloud.call<{ rows: MoneyClaimRow[]; total: number; next?: string }>(
      'supervision',
      'moneyClaims',
      { month, ...asked, ...(after && { after }) },
      officers[who],
    )
    rows.push(...page.rows)
    if (page.next === undefined) return { rows, total: page.total }
    after = page.next
  }
}
const add = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)

test('what is not counted yet is counted when somebody looks: nobody waits for the night', async () => {
  const sums = await sumsOf()
  expect(sums.reconciledAt).toBeDefined()
  expect(sums.all.claims).toBe((await findEach(cloud.db, claims, { month })).length)
  expect(sums.all.dueFen).toBe(sums.all.creditedFen + sums.all.outstandingFen)
  expect(sums.all.dueFen).toBe(add(sums.sums, ({ dueFen }) => dueFen))
  expect(sums.byMonth.find((one) => one.month === month)).toEqual({
    month,
    ...{ claims: sums.all.claims, dueFen: sums.all.dueFen, creditedFen: sums.all.creditedFen, outstandingFen: sums.all.outstandingFen },
    ...{ surplusFen: sums.all.surplusFen, disputed: 0 },
  })
}, 120_000)

test('every number opens exactly the dues that make it up', async () => {
  const { sums } = await sumsOf()
  expect(sums.length).toBeGreaterThan(5)
  for (const sum of sums) {
    const place = { programme: sum.programme.id, town: sum.town.id }
    const all = await claimsBehind(place)
    expect({ total: all.total, due: add(all.rows, ({ dueFen }) => dueFen) }).toEqual({ total: sum.claims, due: sum.dueFen })
    expect(add((await claimsBehind({ ...place, only: 'credited' })).rows, ({ creditedFen }) => creditedFen)).toBe(sum.creditedFen)
    for (const { reason, fen } of sum.outstanding) {
      const { rows } = await claimsBehind({ ...place, reason })
      expect(
        add(rows, (row) =>
          add(
            row.outstanding.filter((part) => part.reason === reason),
            (part) => part.fen,
          ),
        ),
      ).toBe(fen)
    }
    const over = await claimsBehind({ ...place, only: 'surplus' })
    expect(add(over.rows, ({ surplus }) => add(surplus, ({ fen }) => fen))).toBe(sum.surplusFen)
  }
}, 120_000)

test('one due opens its whole way: the plan’s file and row, and what the bank said', async () => {
  const { rows } = await claimsBehind({ reason: 'refused' })
  expect(rows).toHaveLength(5)
  const file = await cloud.call<MoneyClaimFile>('supervision', 'moneyClaim', { id: rows[0]!.id }, officers['finance'])
  expect(file.says[0]).toMatch(/该发 .* 元，一分没有到账/)
  expect(file.way.map(({ kind }) => kind)).toEqual(['planned', 'bank'])
  expect(file.way[1]!.words).toMatch(/^银行：[\d.,]+ 元没有入账，/)
  expect(file.way.every(({ source }) => source?.file !== undefined && source.row !== undefined)).toBe(true)
  // Whoever looked at whose money is on record.
  const looks = await findEach(cloud.db, audit, { action: 'supervision.moneyClaim' })
  expect(looks).toMatchObject([{ granted: true, parts: ['money'] }])
  expect(looks[0]!.personId).not.toBeNull()
})

test('each department its own programmes, a town its own households, finance and discipline all, others nothing', async () => {
  const all = await sumsOf()
  expect((await sumsOf({}, 'discipline')).sums).toEqual(all.sums)
  for (const agencyId of ['civil-affairs', 'disabled-federation']) {
    const own = await sumsOf({}, agencyId)
    const ids = cloud.county.programmes.filter(({ agency }) => agency === agencyId).map(({ id }) => id)
    expect(own.sums).toEqual(all.sums.filter(({ programme }) => ids.includes(programme.id)))
    expect(own.sums.length).toBeGreaterThan(0)
    expect(own.withoutPlan).toBeUndefined()
    expect((await claimsBehind({}, agencyId)).total).toBe(own.all.claims)
    const other = all.sums.find(({ programme }) => !ids.includes(programme.id))!
    expect((await claimsBehind({ programme: other.programme.id }, agencyId)).total).toBe(0)
  }
  const town = await sumsOf({}, 'town-330328102')
  expect(town.sums).toEqual(all.sums.filter((sum) => sum.town.id === '330328102'))
  expect(await sumsOf({}, 'veterans')).toMatchObject({ sums: [], months: [], byMonth: [] })
})

test('what a farmer says shows at the next look', async () => {
  const [row] = await find(cloud.db, payments, { month, programme: 'minimum-living', householdId: { $ne: null } }, { limit: 1 })
  const before = await sumsOf({ programme: 'minimum-living' })
  expect(before.all.disputed).toBe(0)
  const farmer = await asFarmer(cloud, { headId: row!.personId, _id: row!.householdId! } as never)
  await cloud.call('household', 'confirmMoney', { paymentId: row!._id, said: 'other-amount', cameFen: 100 }, farmer)
  const after = await sumsOf({ programme: 'minimum-living' })
  expect(after.all).toMatchObject({ disputed: 1, dueFen: before.all.dueFen })
  expect(after.byMonth[0]!.disputed).toBe(1)
  expect((await claimsBehind({ only: 'disputed' })).rows).toHaveLength(1)
}, 120_000)
