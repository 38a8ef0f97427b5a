import type { Day } from '#domain/time/dates'
import { dayNamed, daysAfter, daysBetween, isCalendarDay } from '#domain/time/dates'

/** From a day to a day, both counted. */
export interface Range {
  from: Day
  until: Day
}

/** A range as somebody fills it in, whole or not. */
export type TypedRange = Record<keyof Range, string>

export const rangeTabs = [
  { id: 'recent', label: '最近 30 天' },
  { id: 'year', label: '今年' },
  { id: 'own', label: '自己选' },
] as const
export type RangeTab = (typeof rangeTabs)[number]['id']

/** The server counts at most so many days at once. */
const longestRange = 366
const recentDays = 30

/** How many days a range has. */
const lengthOf = ({ from, until }: Range): number => daysBetween(from, until) + 1

export const recent = (today: Day): Range => ({ from: daysAfter(today, 1 - recentDays), until: today })
export const thisYear = (today: Day): Range => ({ from: dayNamed(Number(today.slice(0, 4)), 1, 1), until: today })

export const isRange = (range: TypedRange): range is Range => isCalendarDay(range.from) && isCalendarDay(range.until)

/** What is wrong with days that somebody chose, in words, or nothing. */
export function rangeFault(range: TypedRange, today: Day): string | undefined {
  if (!isRange(range)) return '请填从哪天到哪天。'
  const { from, until } = range
  if (until < from) return '后一天比前一天早，请改一个。'
  if (from > today) return '这些日子还没有到，请改早一点。'
  const days = lengthOf(range)
  return days > longestRange ? `一次最多看 ${longestRange} 天，现在是 ${days} 天。请改短一点，分几次看。` : undefined
}

/** Every day of the range, those without a scan as nought. */
export function everyDay(range: Range, days: readonly { day: Day; count: number }[]): { day: Day; count: number }[] {
  const counts = new Map(days.map(({ day, count }) => [day, count]))
  return Array.from({ length: lengthOf(range) }, (_, i) => daysAfter(range.from, i)).map((day) => ({ day, count: counts.get(day) ?? 0 }))
}
