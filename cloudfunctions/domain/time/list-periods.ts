import { halfWidth } from '../files/cells'
import { addMonths, monthNamed, monthsUpTo, type Day, type Month } from './dates'
import { inDigits, monthsIn, yearIn } from './periods'

/**
 * What span of time a department's list speaks of: a month, a quarter 2026-Q3, half a year 2026-H1, a school term 2026-autumn, a school
 * year 2026-school (September to August), a year, or several months 2026-07~2026-08.
 */
export type Period =
  Month | `${number}-Q${1 | 2 | 3 | 4}` | `${number}-H${1 | 2}` | `${number}-${Term | 'school'}` | `${number}` | `${Month}~${Month}`
type Term = 'spring' | 'autumn'

/** How a period looks as text: how one from outside becomes a `Period`. */
export const periodForm = /^\d{4}(-(0[1-9]|1[0-2])(~\d{4}-(0[1-9]|1[0-2]))?|-Q[1-4]|-H[12]|-spring|-autumn|-school)?$/

/** The first and the last month of a period. */
export function monthsOf(period: Period): { from: Month; until: Month } {
  const year = Number(period.slice(0, 4))
  const months = (from: number, count: number) => {
    const first = monthNamed(year, from)
    return { from: first, until: addMonths(first, count - 1) }
  }
  const [, quarter, half] = /^\d{4}-(?:Q(\d)|H(\d))$/.exec(period) ?? []
  if (quarter) return months(Number(quarter) * 3 - 2, 3)
  if (half) return months(Number(half) * 6 - 5, 6)
  if (period.endsWith('spring')) return months(2, 6)
  if (period.endsWith('autumn')) return months(8, 6)
  if (period.endsWith('school')) return months(9, 12)
  if (period.length === 4) return months(1, 12)
  const [from, until = from] = period.split('~') as [Month, Month?]
  return { from, until }
}

/** Whether a period lies inside another: a quarter of 2026, and its autumn term too, lie inside 2026. */
export function isWithin(inner: Period, outer: Period): boolean {
  if (outer.length === 4) return inner.startsWith(outer)
  const [one, other] = [monthsOf(inner), monthsOf(outer)]
  return one.from >= other.from && one.until <= other.until
}

const ordinals = ['一', '二', '三', '四']
const terms = { spring: '春季学期', autumn: '秋季学期' }

/** As the county says it: 2026年10月, 2026年第三季度, 2026年上半年, 2026年秋季学期, 2026-2027学年, 2026年, 2026年7月至8月. */
export function sayPeriod(period: Period): string {
  const year = Number(period.slice(0, 4))
  return period.endsWith('-school') ? `${year}-${year + 1}学年` : `${year}年${withinYear(period)}`
}

/** The same to somebody today: this year goes without saying. 今年 for the year itself. */
export function sayPeriodShort(period: Period, today: Day): string {
  if (period.slice(0, 4) !== today.slice(0, 4) || period.endsWith('-school')) return sayPeriod(period)
  return withinYear(period) || '今年'
}

function withinYear(period: Period): string {
  const [, part = ''] = /^\d{4}-?(.*)$/.exec(period)!
  if (part === '') return ''
  if (part.startsWith('Q')) return `第${ordinals[Number(part[1]) - 1]!}季度`
  if (part.startsWith('H')) return part === 'H1' ? '上半年' : '下半年'
  if (part in terms) return terms[part as Term]
  const [first, last] = part.split('~') as [string, Month?]
  const until = last && (last.slice(0, 4) === period.slice(0, 4) ? `${Number(last.slice(5))}月` : sayPeriod(last))
  return `${Number(first)}月${until ? `至${until}` : ''}`
}

/** Plain forms, years and months in digits (二〇二六年十月), without the days on which something was made: they are no period. */
const plainOf = (text: string): string =>
  inDigits(halfWidth(text).replace(/[\s\u00a0]/g, ''))
    .replace(/20\d{2}(?:年\d{1,2}月\d{1,2}日?|([-/.])\d{1,2}\1\d{1,2}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/g, ' ')
    .replace(/(?:日期|时间)[:：]?20\d{2}(?:年|[-/.])\d{1,2}月?/g, ' ')

const year = '(20\\d{2})(?:年度?|[-/.])?'
const schoolYear = /(20\d{2})[-—–~至/](?:20)?\d{2}学?年度?(?:第?([一二12上下])(?:学期|半?学年))?/
const term = new RegExp(`${year}(春|秋)(?!节|收|粮|播|耕|防)`)
const quarters = new RegExp(`${year}第?([一二三四1-4])季?度?[、,，和及至到~\\-—]+第?([一二三四1-4])季`)
const quarter = new RegExp(`${year}(?:第?([一二三四1-4])季|Q([1-4]))`, 'i')
const half = new RegExp(`${year}([上下])半年`)

const nth = (written: string): number => '一二三四'.indexOf(written) + 1 || Number(written)

/**
 * The period that a title, name or cell is about, the most telling one: 2026年第三季度, 2026-2027学年第一学期, 2026年7-9月, 2026年度.
 * Nothing where it names none, or months that do not follow each other. A day is no period: 制表日期：2026年9月28日.
 */
export function periodIn(text: string): Period | undefined {
  const plain = plainOf(text)
  const ofSchool = schoolYear.exec(plain)
  if (ofSchool) return ofSchoolYear(Number(ofSchool[1]), ofSchool[2])
  const ofTerm = term.exec(plain)
  if (ofTerm) return `${Number(ofTerm[1])}-${ofTerm[2] === '春' ? 'spring' : 'autumn'}`
  const several = quarters.exec(plain)
  if (several) return spanOf(monthNamed(Number(several[1]), nth(several[2]!) * 3 - 2), monthNamed(Number(several[1]), nth(several[3]!) * 3))
  const ofQuarter = quarter.exec(plain)
  if (ofQuarter) return `${Number(ofQuarter[1])}-Q${nth((ofQuarter[2] ?? ofQuarter[3])!) as 1 | 2 | 3 | 4}`
  const ofHalf = half.exec(plain)
  if (ofHalf) return `${Number(ofHalf[1])}-H${ofHalf[2] === '上' ? 1 : 2}`
  const months = monthsIn(plain)
  const [first, last] = [months[0], months.at(-1)]
  if (first && last) return monthsUpTo(last, months.length)[0] === first ? spanOf(first, last) : undefined
  const whole = yearIn(plain)
  return whole === undefined ? undefined : `${whole}`
}

/** The first term of a school year is its autumn, the second the next year's spring. */
const ofSchoolYear = (first: number, written: string | undefined): Period =>
  written === undefined ? `${first}-school` : /[一1上]/.test(written) ? `${first}-autumn` : `${first + 1}-spring`

/** Months under the name that they have together: three of a quarter are that quarter. */
function spanOf(from: Month, until: Month): Period | undefined {
  if (from > until) return undefined
  if (from === until) return from
  const name = from.slice(0, 4) as `${number}`
  const named: Period[] = [name, `${name}-H1`, `${name}-H2`, `${name}-Q1`, `${name}-Q2`, `${name}-Q3`, `${name}-Q4`]
  return named.find((one) => monthsOf(one).from === from && monthsOf(one).until === until) ?? `${from}~${until}`
}
