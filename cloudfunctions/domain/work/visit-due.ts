import type { CareRule, VisitRules } from '../county/visit-rules'
import type { WorkerRole } from '../access/staff'
import type { Category } from '../register/register'
import { daysAfter, type Day } from '../time/dates'
import type { Standing } from './visits'

/** A household as far as it says when somebody should be there. */
export interface HomeFacts {
  category: Category
  /** Ages of those at home, in full years. */
  ages: readonly number[]
  /** What its visits have said (domain/work/visits). */
  standing: ReadonlyMap<string, readonly Standing[]>
  /** When somebody of the role was last there; never, where nothing stands here. */
  lastOn?: Day | undefined
  /** Since when it is to be visited: the day it came on the register, or into this worker's hands. */
  since?: Day | undefined
}

export interface Due {
  rule: string
  why: string
  on: Day
  late: boolean
}

/** 探访关爱: the rules of the pack that name this household. Where visits disagree, each of their values counts: nobody is missed by it. */
export const careOf = ({ care }: Pick<VisitRules, 'care'>, { standing, ages }: Pick<HomeFacts, 'standing' | 'ages'>): CareRule[] =>
  care.filter(
    ({ field, is, fromAge = 0, underAge = Infinity }) =>
      (standing.get(field) ?? []).some(({ value }) => is.includes(String(value))) && ages.some((age) => age >= fromAge && age < underAge),
  )

/**
 * The soonest visit that is due from somebody of this role, and why; nothing where no rule names the household. So many days after the last
 * one, or after it came to them; a household of which neither is known is due today. Grid workers do the care list's besides.
 */
export function dueOf(rules: Pick<VisitRules, 'due' | 'care'>, home: HomeFacts, role: WorkerRole, today: Day): Due | undefined {
  const named = rules.due.filter((rule) => rule.role === role && (rule.categories?.includes(home.category) ?? true))
  const all = [...named, ...(role === 'grid-worker' ? careOf(rules, home) : [])].map(({ id, name, everyDays }): Due => {
    const from = home.lastOn ?? home.since
    const on = from === undefined ? today : daysAfter(from, everyDays)
    return { rule: id, why: name, on, late: on < today }
  })
  return all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]
}
