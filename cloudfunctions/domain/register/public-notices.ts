import type { Day, Month } from '../time/dates'
import { isDay, monthOf } from '../time/dates'
import { maskName } from '../people/names'
import { atLatest } from './register'

/** Somebody of a household who came onto the register or left it. */
export interface RegisterChange {
  householdId: string
  isHead: boolean
  name: string
  kind: 'entry' | 'exit'
  /** Day, or month where no more is known. */
  on: Day | Month
  /** As people call it: 低保户. */
  category: string
}

/** A case 办件 while it is shown: nothing is decided yet, and whoever knows better says so. */
export interface ShownCase {
  caseId: string
  /** Masked already. */
  who: string
  kind: NoticeKind
  category?: string | undefined
  from: Day
  /** Its last day. */
  until: Day
}

export type NoticeKind = 'entry' | 'exit' | 'change'

/** 公示 as everybody may read it. `showing`: not decided yet; until then one may speak against it. */
export interface PublicNotice {
  name: string
  kind: NoticeKind
  showing?: { caseId: string; until: Day }
  category?: string
  on: Day | Month
  reason: string
}

/** The same words for everybody: the reason on file may tell of an illness or a death. */
const reasons = { entry: '经核查符合条件，列入低收入农户名册', exit: '经核查情况有变化，退出低收入农户名册' } as const
const shownReasons: Record<NoticeKind, string> = {
  entry: '入户核查过，打算列入低收入农户名册，先请大家看看对不对',
  exit: '入户核查过，打算退出低收入农户名册，先请大家看看对不对',
  change: '入户核查过，打算换一类，先请大家看看对不对',
}

const most = 100

/** True when it was on one of the days from `from` to `until`, or in a month that has one of them. */
export const isShown = (on: Day | Month, from: Day, until: Day): boolean =>
  isDay(on) ? on >= from && on <= until : on >= monthOf(from) && on <= monthOf(until)

/**
 * One notice for a household whose head came or left, else one for each of its people; newest first, at most 100. Before them what is not
 * decided yet, what ends first first.
 */
export function publicNotices(changes: readonly RegisterChange[], cases: readonly ShownCase[], from: Day, until: Day): PublicNotice[] {
  return [...showing(cases), ...happened(changes, from, until)].slice(0, most)
}

const showing = (cases: readonly ShownCase[]): PublicNotice[] =>
  [...cases]
    .sort((a, b) => a.until.localeCompare(b.until) || a.caseId.localeCompare(b.caseId))
    .map(({ caseId, who, kind, category, from, until }) => ({
      ...{ name: who, kind, showing: { caseId, until } },
      ...(kind !== 'exit' && category !== undefined && { category }),
      ...{ on: from, reason: shownReasons[kind] },
    }))

function happened(changes: readonly RegisterChange[], from: Day, until: Day): PublicNotice[] {
  const shown = changes.filter(({ on }) => isShown(on, from, until))
  const sameOf = ({ householdId, kind, on }: RegisterChange) => [householdId, kind, on].join('/')
  const ledByHead = new Set(shown.filter(({ isHead }) => isHead).map(sameOf))
  return shown
    .filter((change) => change.isHead || !ledByHead.has(sameOf(change)))
    .map(({ name, kind, on, category }): PublicNotice => ({
      name: maskName(name),
      kind,
      ...(kind === 'entry' && { category }),
      on,
      reason: reasons[kind],
    }))
    .sort((a, b) => atLatest(b.on).localeCompare(atLatest(a.on)) || a.name.localeCompare(b.name))
}
