import { halfWidth } from '../files/cells'
import { addMonths, monthNamed, type Month } from './dates'

const chineseDigits: Record<string, string> = { 〇: '0', 零: '0', '○': '0' }
'一二三四五六七八九'.split('').forEach((digit, i) => (chineseDigits[digit] = String(i + 1)))

/** 三 is 3, 十一 is 11, 二十五 is 25. */
function countOf(written: string): string {
  const [, tens, ones] = /^(?:([二三])?十)?(.?)$/.exec(written)!
  const ten = written.includes('十') ? Number(chineseDigits[tens ?? '一']) * 10 : 0
  return String(ten + Number(chineseDigits[ones!] ?? 0))
}

/** Years, months and days in digits: 二〇二六年十月二十日 is 2026年10月20日. Phones do it too: no look-behind. */
export const inDigits = (text: string): string =>
  text
    .replace(/[一二三四五六七八九〇零○]{4}(?=年)/g, (year) => year.replace(/./g, (digit) => chineseDigits[digit]!))
    .replace(/(十[一二]?|[一二三四五六七八九])(?=月)/g, countOf)
    .replace(
      /(\d月)([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号])/g,
      (_, month: string, day: string) => month + countOf(day),
    )

const compact = (text: string): string => inDigits(halfWidth(text).replace(/[\s\u00a0]/g, ''))
const isMonth = (month: number): boolean => month >= 1 && month <= 12

/** The month that a title or file name is about: 2026年10月, 2026-10, 2026.10, 202610, 20261015. The last one named. */
export function monthIn(text: string): Month | undefined {
  const found = [...compact(text).matchAll(/(?<!\d)(20\d{2})(?:年|[-/.])?(\d{1,2})(?:\d{2})?(?!\d)/g)]
  const months = found.filter(([, , month]) => isMonth(Number(month))).map(([, year, month]) => monthNamed(Number(year), Number(month)))
  return months.at(-1)
}

const several = /(?<!\d)(20\d{2})(?:年度?|[-/.])?(\d{1,2})(?!\d)月?份?((?:[、,，和及与至到~\-—–－]+(?:20\d{2}年)?\d{1,2}月份?)*)/g

/** Every month that a title or name is about: 2026年9月、10月 are two, 2026年7-9月 three. A day's month too: 2026年10月12日. */
export function monthsIn(text: string): Month[] {
  const months: Month[] = []
  for (const [, year, first, more] of compact(text).matchAll(several)) {
    if (!isMonth(Number(first))) continue
    let last = { year: Number(year), month: Number(first) }
    months.push(nameOf(last))
    for (const [, how, ownYear, month] of more!.matchAll(/([、,，和及与至到~\-—–－]+)(?:(20\d{2})年)?(\d{1,2})月份?/g)) {
      const end = { year: Number(ownYear ?? last.year), month: Number(month) }
      if (!isMonth(end.month)) continue
      if (/[至到~\-—–－]/.test(how!)) months.push(...between(last, end))
      months.push(nameOf(end))
      last = end
    }
  }
  return [...new Set(months)].sort()
}

interface YearMonth {
  year: number
  month: number
}
const nameOf = ({ year, month }: YearMonth): Month => monthNamed(year, month)
const between = (from: YearMonth, to: YearMonth): Month[] => {
  const count = Math.max(0, Math.min(12, (to.year - from.year) * 12 + to.month - from.month - 1))
  return Array.from({ length: count }, (_, i) => addMonths(nameOf(from), i + 1))
}

/**
 * The month that a text states as a month, without a day: 2026年9月份, 2026-09, 202609; not the one of 20261008 or 2026年10月8日. The
 * last one named.
 */
export function statedMonth(text: string): Month | undefined {
  const found = [
    ...compact(text).matchAll(/(?<!\d)(20\d{2})(?:年(\d{1,2})月?份?(?!\d|月?份?\d{1,2}日)|[-/.](\d{1,2})(?![-/.]?\d)|(\d{2})(?!\d))/g),
  ]
  return found
    .map(([, year, ...month]) => ({ year: Number(year), month: Number(month.find(Boolean)) }))
    .filter(({ month }) => isMonth(month))
    .map(nameOf)
    .at(-1)
}

/** The month alone that a sheet's name gives: 9月, 10月份. */
export const bareMonthIn = (text: string): number | undefined => {
  const month = Number(/(?<![\d年.\-/])(\d{1,2})月份?(?!\d)/.exec(compact(text))?.[1])
  return isMonth(month) ? month : undefined
}

/** The year that a title or file name is about: 2026年, 2026年度. */
export const yearIn = (text: string): number | undefined => {
  const found = /(?<!\d)(20\d{2})(?!\d{3})/.exec(compact(text))
  return found ? Number(found[1]) : undefined
}

const digits: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', '1': '1', '2': '2', '3': '3', '4': '4' }
const chinese = ['', '一', '二', '三', '四']

/**
 * The period a payment is for, as the county says it: 2026年10月, 2026年第三季度, 2026年, 2026年秋季学期.
 * Other spellings of the same (2026-10, 202610, 2026年3季度, 2026年度) become one; what is none of these stays as it is.
 */
export function normalisePeriod(text: string): string {
  const plain = compact(text)
  const month = /^(20\d{2})(?:年|[-/.])?(\d{1,2})月?份?$/.exec(plain)
  if (month && isMonth(Number(month[2]))) return `${month[1]}年${Number(month[2])}月`
  const quarter = /^(20\d{2})年?[-/]?(?:第?([一二三四1-4])季度?|Q([1-4]))$/i.exec(plain)
  if (quarter) return `${quarter[1]}年第${chinese[Number(digits[(quarter[2] ?? quarter[3])!])]}季度`
  const year = /^(20\d{2})年?(全年|年度|度)?$/.exec(plain)
  if (year) return `${year[1]}年`
  const term = /^(20\d{2})年?[-—]?([春秋])(季?学期|季)?$/.exec(plain)
  return term ? `${term[1]}年${term[2]}季学期` : plain
}

/** The first month of a period: 2026年第三季度 → 2026-07, 2026年 → 2026-01, 2026年秋季学期 → 2026-09. Nothing for what is no period. */
export function firstMonthOf(period: string): Month | undefined {
  const plain = normalisePeriod(period)
  const month = /^(20\d{2})年(\d{1,2})月$/.exec(plain)
  if (month) return monthNamed(Number(month[1]), Number(month[2]))
  const quarter = /^(20\d{2})年第([一二三四])季度$/.exec(plain)
  if (quarter) return monthNamed(Number(quarter[1]), chinese.indexOf(quarter[2]!) * 3 - 2)
  const term = /^(20\d{2})年([春秋])季学期$/.exec(plain)
  if (term) return monthNamed(Number(term[1]), term[2] === '春' ? 2 : 9)
  const year = /^(20\d{2})年$/.exec(plain)
  return year ? monthNamed(Number(year[1]), 1) : undefined
}
