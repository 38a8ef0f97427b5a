import type { DueRule } from '../../county/due-rules'
import { monthOf, type Day, type Month } from '../../time/dates'
import type { Standing, Turn } from './standing'

/** What a month counts as: what somebody is due by; or since when, and why, nothing is due any more; or neither, of one never due. */
export interface MonthIs {
  standing?: Standing
  ended?: { how: keyof DueRule['lastMonth']; on: Day }
}

/** Whether a standing is what a rule asks for. */
function fits({ to }: DueRule, { category, people, age, disability, pupil }: Standing): boolean {
  if (people === 0) return false
  if (to.categories && !(category !== undefined && to.categories.includes(category))) return false
  if (to.pupil && !pupil) return false
  if (to.age && (age === undefined || age < (to.age.from ?? 0) || age > (to.age.until ?? Infinity))) return false
  if (!to.disability) return true
  const { kinds, grades } = to.disability
  return (
    disability !== undefined &&
    (!kinds || (disability.kind !== undefined && kinds.includes(disability.kind))) &&
    (!grades || (disability.grade !== undefined && grades.includes(disability.grade)))
  )
}

/**
 * By what a whole month is due: as it began, and as what came about in it counts by the rule. Who left and came back within the month never
 * left.
 */
export function monthIs(turns: readonly Turn[], rule: DueRule, month: Month): MonthIs {
  const before = turns.filter(({ day }) => monthOf(day) < month)
  const within = turns.filter(({ day }) => monthOf(day) === month)
  const began = before.at(-1)?.standing
  let last = began && fits(rule, began) ? began : undefined
  const first = last
  let counts = last
  let ended = endOf(before, rule)
  for (const turn of within) {
    const now = fits(rule, turn.standing) ? turn.standing : undefined
    if (now && (turn.listed || rule.firstMonth === 'same')) counts = now
    if (!now && last) {
      const how = howOf(turn)
      ended = { how, on: turn.day }
      if (how === 'changed' && turn.listed ? true : rule.lastMonth[how] === 'before') counts = undefined
    }
    last = now
  }
  counts ??= last && first
  return counts ? { standing: counts } : ended ? { ended } : {}
}

const howOf = ({ left }: Turn): keyof DueRule['lastMonth'] => left ?? 'changed'

/** The last turn by which what was due was due no more. */
function endOf(turns: readonly Turn[], rule: DueRule): MonthIs['ended'] {
  let ended: MonthIs['ended']
  let was = false
  for (const turn of turns) {
    const is = fits(rule, turn.standing)
    if (was && !is) ended = { how: howOf(turn), on: turn.day }
    was = is
  }
  return ended
}
