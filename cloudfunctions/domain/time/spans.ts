import { compactOf } from '../files/cells'
import { inDigits } from './periods'
import { addMonths, dayNamed, monthNamed, type Day, type Month } from './dates'

/** Whole months that a list speaks of, both included. */
export interface Span {
  from: Month
  to: Month
}

const joint = '[至到~～\\-—–－]+'
const year = '(?<!\\d)(20\\d{2})'
/** 2026-01-01至2026-09-30, 2026年1月1日—9月30日, 20260101-20260930 */
const days = new RegExp(
  `${year}(?:年(\\d{1,2})月\\d{1,2}日?|([-/.])(\\d{1,2})\\3\\d{1,2}|(\\d{2})\\d{2})${joint}(?:(20\\d{2})[-/.年]?)?(\\d{1,2})(?:月\\d{1,2}日?|[-/.]\\d{1,2}|\\d{2})(?!\\d)`,
)
/** One day: no month of a list's. */
const oneDay = new RegExp(`${year}(?:年\\d{1,2}月\\d{1,2}日?|([-/.])\\d{1,2}\\2\\d{1,2}|\\d{4}(?!\\d))`, 'g')
/** 2026年1-9月, 2025年10月至2026年9月, 202601-202609, 2026.1-2026.9 */
const months = new RegExp(`${year}(?:年|[-/.])?(\\d{1,2})(?:月份?)?${joint}(?:(20\\d{2})(?:年|[-/.])?)?(\\d{1,2})(?!\\d)`)
const oneMonth = new RegExp(`${year}(?:年(\\d{1,2})月|[-/.](\\d{1,2})(?![-/.\\d])|(\\d{2})(?!\\d))`)
const parts: [RegExp, number, number][] = [
  [/第?(?:一|1)季度?|Q1/, 1, 3],
  [/第?(?:二|2)季度?|Q2/, 4, 6],
  [/前(?:三|3)个?季度?|(?:一|1)(?:至|到|-|—)(?:三|3)季度/, 1, 9],
  [/第?(?:三|3)季度?|Q3/, 7, 9],
  [/第?(?:四|4)季度?|Q4/, 10, 12],
  [/上半年/, 1, 6],
  [/下半年/, 7, 12],
]
const namedYear = new RegExp(`${year}年度?`)

/**
 * The months that a title or file name is about: 2026年1-9月, 2025年10月至2026年9月, 202601-202609, 2026年第三季度, 上半年, 2026年10月,
 * else the whole of a named year (2026年度). A single day (制表日期) is no period. Nothing when none is named.
 */
export function spanIn(text: string): Span | undefined {
  const plain = inDigits(compactOf(text))
  const between = days.exec(plain)
  if (between) {
    const [, from, month, , dashed, bare, to, end] = between
    const span = spanOf(Number(from), Number(month ?? dashed ?? bare), Number(to ?? from), Number(end))
    if (span) return span
  }
  const rest = plain.replace(oneDay, ' ')
  const range = months.exec(rest)
  if (range) {
    const span = spanOf(Number(range[1]), Number(range[2]), Number(range[3] ?? range[1]), Number(range[4]))
    if (span) return span
  }
  return partOfYear(rest) ?? monthOnly(rest) ?? wholeYear(rest)
}

/** Of several texts, what the first says that names more than a year; else the first year. */
export function spanOfTexts(texts: string[]): Span | undefined {
  const found = texts.flatMap((text) => spanIn(text) ?? [])
  return found.find((span) => !isYear(span)) ?? found[0]
}

const isYear = ({ from, to }: Span): boolean => from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01') && to.endsWith('-12')

function partOfYear(text: string): Span | undefined {
  const named = /(?<!\d)(20\d{2})年?度?([^\d年]{0,2}(?:第?[一二三四1-4]?.{0,4}季度?|Q[1-4]|[上下]半年))/.exec(text)
  const found = named && parts.find(([pattern]) => pattern.test(named[2]!))
  return found ? spanOf(Number(named[1]), found[1], Number(named[1]), found[2]) : undefined
}

function monthOnly(text: string): Span | undefined {
  const found = oneMonth.exec(text)
  if (!found) return undefined
  const month = Number(found[2] ?? found[3] ?? found[4])
  return spanOf(Number(found[1]), month, Number(found[1]), month)
}

function wholeYear(text: string): Span | undefined {
  const found = namedYear.exec(text)
  return found ? spanOf(Number(found[1]), 1, Number(found[1]), 12) : undefined
}

function spanOf(fromYear: number, fromMonth: number, toYear: number, toMonth: number): Span | undefined {
  if (![fromMonth, toMonth].every((month) => month >= 1 && month <= 12)) return undefined
  const span = { from: monthNamed(fromYear, fromMonth), to: monthNamed(toYear, toMonth) }
  return span.from <= span.to ? span : undefined
}

/** The last day of a span. */
export function lastDayOf({ to }: Span): Day {
  const [nextYear, nextMonth] = addMonths(to, 1).split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(nextYear, nextMonth - 1, 0)).getUTCDate()
  return dayNamed(Number(to.slice(0, 4)), Number(to.slice(5)), last)
}

/** True when one lies within the other, whole. */
export const isWithin = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to

/** 2026-01~2026-09; one month alone: 2026-09. */
export const spanKey = ({ from, to }: Span): string => (from === to ? from : `${from}~${to}`)
