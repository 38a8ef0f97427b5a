import { appealEnds, watchEnds } from '#domain/work/case-days'
import { caseTransitions } from '#domain/work/cases'
import { canBe } from '#domain/work/transitions'
import type { On } from '#kernel/call/on'
import { changeCase, type CaseBy, type RegisterCase } from '#store/work/cases'
import { waitFor } from './allowed'
import { eventOf, movedOn } from './perform'

/**
 * True while the household may say that it should not have left: from the decision until some days after it was told. What an officer
 * wrote down as its appeal does not use up its own.
 */
export const mayAppeal = (on: Pick<On, 'county' | 'moment'>, about: RegisterCase): boolean =>
  canBe(caseTransitions(on.county.cases.kinds[about.kind].steps), 'appeal', about.state) &&
  waitFor(on, 'appeal', about.appealedBy ? { ...about, appealedOn: null } : about) === undefined

/** Whoever appeals has been told. `writtenBy`: of the staff, for a household without a phone. */
export function appealedNow(
  { county, moment: { today } }: Pick<On, 'county' | 'moment'>,
  about: RegisterCase,
  writtenBy: string | null,
): Partial<RegisterCase> {
  const told = { toldOn: today, appealUntil: appealEnds(county, today), watchUntil: watchEnds(county, today) }
  return { appealedOn: today, appealedBy: writtenBy, ...(about.toldOn === null && told) }
}

/** The household's own appeal; who it is was asked before, and is on record. Nothing where its time is over or it has one already. */
export async function appeal(
  on: Pick<On, 'db' | 'keys' | 'county' | 'moment'>,
  about: RegisterCase,
  by: CaseBy,
  words: string,
): Promise<RegisterCase | undefined> {
  if (!mayAppeal(on, about)) return undefined
  return changeCase(on.db, about, movedOn(on, about, 'appeal', appealedNow(on, about, null)), eventOf(on, 'appeal', by, words))
}
