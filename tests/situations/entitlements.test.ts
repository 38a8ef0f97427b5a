import fc from 'fast-check'
import { duesOf, type Due } from '#domain/money/entitlements/dues'
import { withoutExcluded } from '#domain/money/entitlements/excluded'
import type { DueFacts } from '#domain/money/entitlements/facts'
import { withinBackPay } from '#domain/money/entitlements/back-pay'
import { whoseOf } from '#domain/money/claims'
import { fen, sumFen } from '#domain/money/money'
import { monthsOf, sayPeriod } from '#domain/time/list-periods'
import { addMonths, monthNamed, type Month } from '#domain/time/dates'
import { pack, programmes } from './due-county'
import { readFacts } from './due-facts'
import situations from './entitlements.json'

// The table beside is read by accountants: somebody, what happened, a programme and period, and what is due. Rules are in due-county.

const years = { from: '2022-01', to: '2028-12' } as const
const byId = new Map(programmes.map((one) => [one.id, one]))
const duesIn = (facts: DueFacts, months: { from: Month; to: Month } = years): Due[] => withoutExcluded(duesOf(facts, pack, months), byId)
const keyOf = (due: Due): string => `${whoseOf(byId, due)}/${due.programme}/${sayPeriod(due.period)}`

test.each(situations.map((one) => [one.situation, one] as const))('%s', (_, one) => {
  const found = duesIn(readFacts(one.facts)).filter((due) => keyOf(due) === `${one.whose}/${one.programme}/${one.period}`)
  expect(found.map(({ dueFen }) => dueFen / 100)).toEqual(one.due === null ? [] : [one.due])
  for (const { why } of found) expect(why).toContain(one.why)
})

test('the table covers enough', () => expect(situations.length).toBeGreaterThanOrEqual(60))

test('whoever heads it, it is the same claim; the head of the month is named', () => {
  const facts = readFacts(['名册 2026-03-10 一户：低保户 甲乙 800元', '批准 2026-06-15 一户：户主乙'])
  const heads = duesIn(facts)
    .filter(({ programme, month }) => programme === '低保金' && month >= '2026-05' && month <= '2026-08')
    .map(({ month, personId, householdId }) => `${month} ${personId} ${householdId}`)
  expect(heads).toEqual(['2026-05 甲 一户', '2026-06 甲 一户', '2026-07 乙 一户', '2026-08 乙 一户'])
})

test('what became known late is paid so far back and no further; older dues go down, not up', () => {
  const when = (month: Month) => ({ month, now: '2026-10' as Month, backMonths: 3 })
  expect(withinBackPay(fen(80_000), [], when('2026-07'))).toBe(80_000)
  expect(withinBackPay(fen(80_000), [], when('2026-06'))).toBe(0)
  expect(withinBackPay(fen(80_000), [fen(70_000)], when('2026-06'))).toBe(70_000)
  expect(withinBackPay(fen(0), [fen(70_000)], when('2026-06'))).toBe(0)
  expect(withinBackPay(fen(70_000), [fen(0), fen(70_000)], when('2026-06'))).toBe(70_000)
})

const people = ['甲', '乙', '丙'] as const
const day = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, date }) => `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
const line = fc.oneof(
  fc
    .tuple(day, fc.constantFrom('低保户', '低边户', '特困户'), fc.integer({ min: 1, max: 2000 }))
    .map(([on, is, yuan]) => `名册 ${on} 一户：${is} 甲乙丙 ${yuan}元`),
  fc
    .tuple(day, fc.constantFrom(...people), fc.constantFrom('退出', '去世', '恢复'))
    .map(([on, who, what]) => `批准 ${on} 一户：${who}${what}`),
  fc.tuple(day, fc.constantFrom('低保户', '低边户', '低保户 到2026-09')).map(([on, is]) => `批准 ${on} 一户：转${is}`),
  fc.tuple(day, fc.constantFrom(...people), fc.constantFrom('死亡', '迁出', '迁入')).map(([on, who, what]) => `名单 ${on}：${who}${what}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...people), fc.constantFrom('肢体一级', '视力二级', '肢体三级'))
    .map(([m, who, is]) => `残联 2026年${m}月：${who} ${is} 1元 别的项目`),
)
const births = fc
  .tuple(fc.constantFrom('1944-02-29', '1966-07-31', '2010-05-01'), fc.constantFrom(...people))
  .map(([birth, who]) => `生日 ${who} ${birth}`)
const first = '名册 2026-01-02 一户：低保户 甲乙丙 900元'
/** Two words of one source, of one day, about the same have no order: which one holds, the file that came later says elsewhere. */
const saidOf = (text: string): string => {
  const [source, what = ''] = text.split(' ')
  return `${source} ${what.slice(0, '2026-01-02：甲'.length)}`
}
const stories = fc
  .tuple(births, fc.uniqueArray(line, { minLength: 1, maxLength: 9, selector: saidOf }))
  .map(([birth, lines]) => [first, birth, ...lines.filter((one) => saidOf(one) !== saidOf(first))])

test('whatever happened: never a negative amount, never two dues of one claim, every due says why and by which rule', () => {
  fc.assert(
    fc.property(stories, (lines) => {
      const dues = duesIn(readFacts(lines))
      expect(new Set(dues.map(keyOf)).size).toBe(dues.length)
      for (const { dueFen, why, rule, month } of dues) {
        expect(Number.isInteger(dueFen) && dueFen >= 0).toBe(true)
        expect(why).toMatch(/ 元：.+。$/)
        expect(rule.source).toBe('测试')
        expect(month >= years.from && month <= years.to).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('the same facts in any order come to the same', () => {
  fc.assert(
    fc.property(
      stories.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
      ([lines, other]) => {
        const told = (some: string[]) =>
          duesIn(readFacts(some))
            .map((due) => JSON.stringify(due))
            .sort()
        expect(told(other)).toEqual(told(lines))
      },
    ),
    { numRuns: 60 },
  )
})

test('nothing is due before anything is known of somebody, nor after everybody died', () => {
  fc.assert(
    fc.property(stories, day, (lines, died) => {
      const dues = duesIn(readFacts([...lines, ...people.map((who) => `名单 ${died}：${who}死亡`)]))
      const computed = dues.filter(({ dueFen }) => dueFen > 0)
      for (const { period } of computed) expect(monthsOf(period).from <= (died.slice(0, 7) as Month)).toBe(true)
      const ofHome = computed.filter(({ householdId, programme }) => householdId !== null && byId.get(programme)!.paidTo === 'head')
      expect(ofHome.every(({ period }) => monthsOf(period).until >= '2026-01')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('asked for month by month it is what it is asked for at once', () => {
  fc.assert(
    fc.property(stories, (lines) => {
      const facts = readFacts(lines)
      const months = Array.from({ length: 12 }, (_, i) => monthNamed(2026, i + 1))
      const one = duesOf(facts, pack, { from: '2026-01', to: '2026-12' })
      const each = months.flatMap((month) => duesOf(facts, pack, { from: month, to: month }))
      const plain = (dues: Due[]) => dues.map((due) => JSON.stringify(due)).sort()
      expect(plain(each)).toEqual(plain(one))
    }),
    { numRuns: 40 },
  )
})

test('a quarter is the sum of its months', () => {
  const monthly = programmes.map((one) =>
    one.id === '老人津贴' ? { ...one, interval: 'monthly' as const, due: one.due!.map((rule) => ({ ...rule, payIn: 1 })) } : one,
  )
  fc.assert(
    fc.property(stories, (lines) => {
      const facts = readFacts([...lines, '生日 乙 1950-01-01'])
      const of = (some: typeof programmes) =>
        duesOf(facts, { ...pack, programmes: some }, { from: '2026-01', to: '2026-12' }).filter(({ programme }) => programme === '老人津贴')
      const quarters = of(programmes)
      for (const { personId, period, dueFen } of quarters) {
        const { from } = monthsOf(period)
        const months = of(monthly).filter((one) => one.personId === personId && one.month >= from && one.month <= addMonths(from, 2))
        expect(dueFen).toBe(sumFen(months.map((one) => one.dueFen)))
      }
      expect(sumFen(quarters.map((one) => one.dueFen))).toBe(sumFen(of(monthly).map((one) => one.dueFen)))
    }),
    { numRuns: 40 },
  )
})
