import { isDay, monthOf, type Day, type Month } from '../time/dates'
import { isComing, isLeaving, type RegisterEventKind, type RegisterFact } from './events'
import { atLatest } from './register'

/**
 * In which order what was said of one person or household holds, whichever came in first: by day; on one day lists, then exits that files
 * name, then decisions as they were taken. A decision comes after the lists that were known when it was taken.
 */
export interface Ordered {
  day: Day
  rank: 0 | 1 | 2
  at: string
}

export const listed = (on: Day): Ordered => ({ day: on, rank: 0, at: '' })

/** `others`: what else is said of the same person; of a month's exit that a decision of that month came after, the day is that one's. */
export function placeOfEvent(event: RegisterFact, others: readonly RegisterFact[] = []): Ordered {
  const { kind, on, decidedAt } = event
  if (decidedAt !== undefined) return { day: decidedDay(event), rank: 2, at: `${decidedAt} ${isComing(kind) ? 0 : 1}` }
  if (isLeaving(kind)) return { day: exitDay(on, others), rank: 1, at: '' }
  return { day: isDay(on) ? on : firstDay(on), rank: 0, at: '' }
}

export const inOrder = (a: Ordered, b: Ordered): number => a.day.localeCompare(b.day) || a.rank - b.rank || a.at.localeCompare(b.at)

/** The day that a decision stands at: from which it holds, or that of the newest list known when it was taken. */
export const decidedDay = ({ on, after }: Pick<RegisterFact, 'on' | 'after'>): Day => {
  const day = isDay(on) ? on : firstDay(on)
  return after && after > day ? after : day
}

/** The last day that an exit can have been: of a month, its last, or that of a decision of that month that the person is on it. */
function exitDay(on: Day | Month, others: readonly RegisterFact[]): Day {
  if (isDay(on)) return on
  const back = others.filter((one) => one.decidedAt !== undefined && bringsHome.has(one.kind)).map(decidedDay)
  return back.filter((day) => monthOf(day) === on).sort()[0] ?? atLatest(on)
}

/** What is decided of somebody who is on the register from then on. */
const bringsHome = new Set<RegisterEventKind>(['recognised', 'restored', 'joined', 'split'])

/** Whether something known by its month at least has come about by a day. */
export const hasCome = (on: Day | Month, day: Day): boolean => (isDay(on) ? on <= day : on <= monthOf(day))

const firstDay = (month: Month): Day => `${month}-01` as Day
