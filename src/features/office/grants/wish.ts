import { daysAfter, isCalendarDay } from '#domain/time/dates'
import type { SealedField } from '#domain/access/grants'
import type { HouseholdPart } from '#domain/register/register'

/** A grant as it is being asked for. */
export interface GrantWish {
  holder: string
  purpose: string
  area: string
  parts: HouseholdPart[]
  fields: SealedField[]
  /** As they are typed: a day, or not one yet. */
  from: string
  until: string
  reason: string
}

/** How long a grant is asked for, unless somebody says otherwise. */
export const usualDays = 90

/** What is missing or wrong, in words, or nothing. */
export function wishFault({ holder, purpose, area, parts, from, until, reason }: GrantWish, longestDays: number): string | undefined {
  if (holder === '') return '请选谁用这项授权。'
  if (purpose === '') return '请选办什么事。'
  if (area === '') return '请选地方：一个村、一个乡镇，或者全县。'
  if (parts.length === 0) return '请至少勾一样要看的内容。'
  if (!isCalendarDay(from) || !isCalendarDay(until)) return '请填从哪天起、到哪天止。'
  if (until < from) return '止的日子比起的日子早，请改一个。'
  if (until > daysAfter(from, longestDays - 1)) return `一次最多 ${longestDays} 天，请把止的日子改早一点；到期可以再申请。`
  return reason.trim().length < 4 ? '请写清楚办什么事要用，至少 4 个字。' : undefined
}
