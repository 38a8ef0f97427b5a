import fc from 'fast-check'
import { loadCounty } from '#local/county/load'
import { fen, sumFen, yuan } from '#domain/money/money'
import { assess, sayAssessed } from '#domain/money/assess-income'
import { incomeMonths, incomeParts, type IncomeStated } from '#domain/money/income'
import type { IncomeRules } from '#domain/county/incomes'
import situations from './income.json'

// The table beside is read by officials: each is a household, its yuan, and what comes out. The numbers of the lines are of this test.

const lines = [
  { id: 'standard', name: '低保标准', unit: '元/人·月', values: [{ from: '2026-01-01' as const, value: 1000, source: '测试' }] },
  {
    id: 'watch',
    name: '监测线',
    unit: '元/人·年',
    values: [{ from: '2026-01-01' as const, value: 8500, source: '测试', unverified: true }],
  },
]
const source = '测试'
const incomes: IncomeRules = {
  transfers: [
    { id: 'veterans', name: '优抚金', counts: false, source },
    { id: 'pension', name: '养老金', counts: true, source },
  ],
  lines: [
    { id: 'minimum-living', name: '低保标准', of: 'standard', source },
    { id: 'near-minimum', name: '低边标准', of: 'standard', percent: 150, orEqual: true, source },
    { id: 'watch', name: '监测线', of: 'watch', source },
  ],
  grant: { line: 'minimum-living', category: 'minimum-living', source },
  hardship: {
    category: 'rigid-spending',
    spending: ['medical', 'schooling', 'care'],
    overPercent: 50,
    within: 'near-minimum',
    source,
  },
  shownToFarmer: true,
}
const county = { ...loadCounty('config/counties/wencheng'), lines, incomes }
const day = '2026-11-30'

/** 元 as the table has them. */
const money = (table: Record<string, number | undefined>) =>
  Object.fromEntries(
    Object.entries(table).flatMap(([name, amount]) => (amount === undefined ? [] : [[name, fen(Math.round(amount * 100))]])),
  )
const statedOf = (one: (typeof situations)[number]): IncomeStated => ({
  ...('people' in one.household && { people: one.household.people }),
  ...('covered' in one.household && { covered: one.household.covered }),
  income: money(one.income),
  transfers: Object.entries(money('ofTransfer' in one ? one.ofTransfer! : {})).map(([id, amountFen]) => ({ id, amountFen })),
  spending: money('spending' in one ? one.spending! : {}),
})

test.each(situations.map((one) => [one.situation, one] as const))('%s', (_, one) => {
  const words = sayAssessed(county, assess(county, statedOf(one), day))
  const [grant, hardship] = words.more
  const expected = one.then as Record<string, string | undefined>
  const got: Record<string, string> = {
    ...Object.fromEntries(words.sum.map(({ name, says }) => [name, says])),
    ...Object.fromEntries(words.lines.map(({ name, says }) => [name, says])),
    每月补: grant!.says,
    刚性支出: hardship!.says,
  }
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, got[name]]))).toEqual(expected)
})

test('a number that nobody has checked says so beside it, and one of a later day is not held against an earlier', () => {
  const { lines: held } = sayAssessed(county, assess(county, { people: 1, income: { wages: fen(1) } }, day))
  expect(held.map(({ limit }) => limit)).toEqual([
    '每人每月 1,000 元（2026年1月1日起）',
    '每人每月 1,500 元（2026年1月1日起）',
    '每人每年 8,500 元（2026年1月1日起，数待核对）',
  ])
  const whole = { people: 1, income: { wages: fen(1), business: fen(0), property: fen(0), transfer: fen(0) } }
  expect(sayAssessed(county, assess(county, whole, '2025-12-31')).lines[0]).toMatchObject({
    limit: '这一天还没有标准',
    says: '没有标准，没法比',
    standing: 'unknown',
  })
})

test('an income is counted over the twelve months that end with the last whole one', () => {
  expect(incomeMonths('2026-11-30')).toEqual({ from: '2025-11', to: '2026-10' })
  expect(incomeMonths('2026-01-01')).toEqual({ from: '2025-01', to: '2025-12' })
})

const amount = fc.integer({ min: 0, max: 20_000_000 }).map(fen)
const whole = fc
  .record({ people: fc.integer({ min: 1, max: 12 }), parts: fc.tuple(amount, amount, amount, amount), off: amount, more: amount })
  .map(({ people, parts, off, more }) => ({ people, parts, off: fen(Math.min(off, parts[3])), more }))
const householdOf = (people: number, parts: readonly number[], off: number): IncomeStated => ({
  people,
  income: Object.fromEntries(incomeParts.map((part, i) => [part, fen(parts[i]!)])),
  transfers: [{ id: 'veterans', amountFen: fen(off) }],
})

test('whatever a household earns: more of any part never brings a larger grant nor a smaller gap above a line', () => {
  fc.assert(
    fc.property(whole, fc.nat(3), ({ people, parts, off, more }, which) => {
      const [before, after] = [parts, parts.map((one, i) => (i === which ? one + more : one))].map((some) =>
        assess(county, householdOf(people, some, off), day),
      )
      expect(after!.grantFen!).toBeLessThanOrEqual(before!.grantFen!)
      expect(after!.income.total!.incomeFen - before!.income.total!.incomeFen).toBe(more)
    }),
  )
})

test('the sum is exact in 分, a grant is paid only below the standard and never more than the standard for everybody', () => {
  fc.assert(
    fc.property(whole, ({ people, parts, off }) => {
      const { income, grantFen, standings } = assess(county, householdOf(people, parts, off), day)
      expect(income.total!.incomeFen).toBe(sumFen(parts) - off)
      expect(grantFen! > 0).toBe(standings[0]!.own!.standing === 'below')
      expect(grantFen!).toBeLessThanOrEqual(100_000 * people)
      // What each has and what the grant brings reaches the standard, and by no more than the rounding of one 分.
      const reached = income.total!.incomeFen + grantFen! * 12 - 100_000 * 12 * people
      if (grantFen! > 0) expect(reached >= 0 && reached < 12).toBe(true)
    }),
  )
})

test('whatever is missing: nothing is worked out from it, and it is never said that somebody does not fit', () => {
  fc.assert(
    fc.property(fc.subarray([...incomeParts], { maxLength: 3 }), fc.boolean(), (known, counted) => {
      const stated = { ...(counted && { people: 2 }), income: Object.fromEntries(known.map((part) => [part, fen(100)])) }
      const words = sayAssessed(county, assess(county, stated, day))
      expect(words.lines.every(({ says, standing }) => says.startsWith('缺') && says.endsWith('算不出') && standing === 'unknown')).toBe(
        true,
      )
      expect(JSON.stringify(words)).not.toMatch(/不符合|够不上|不低于/)
    }),
  )
})

test('amounts are told as people say them', () => expect(yuan(fen(12_001))).toBe('120.01'))
