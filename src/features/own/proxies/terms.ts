import type { Day } from '#domain/time/dates'
import { addMonths, daysAfter, monthOf } from '#domain/time/dates'

/** How long a relative may look, to choose from; a year at most. */
export const terms = [
  { id: '1', label: '1 个月' },
  { id: '6', label: '半年' },
  { id: '12', label: '1 年' },
] as const
export type Term = (typeof terms)[number]['id']

/** The last day of a term that begins on a day: the same date, or the month's last where it has none such. */
export function untilOf(term: Term, today: Day): Day {
  const month = addMonths(monthOf(today), Number(term))
  const sameDate = daysAfter(`${month}-01`, Number(today.slice(8)) - 1)
  return monthOf(sameDate) === month ? sameDate : daysAfter(`${addMonths(month, 1)}-01`, -1)
}

/** What is wrong with the form, in words, or nothing. */
export function allowFault({ name, relation, parts }: { name: string; relation: string; parts: readonly unknown[] }): string | undefined {
  if (name.trim() === '') return '请写家人的姓名。'
  if (relation.trim() === '') return '请写是您的什么人，例如：女儿。'
  return parts.length === 0 ? '请至少选一样给家人看的内容。' : undefined
}
