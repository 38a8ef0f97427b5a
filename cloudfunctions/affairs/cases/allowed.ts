import { areTwo } from '#domain/access/second-person'
import { caseActsFor, casePartiesOf, mayActOn, secondTo } from '#domain/work/case-powers'
import type { CaseAct } from '#domain/work/cases'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { RegisterCase } from '#store/work/cases'

/** True when an officer sees a case at all. */
export const seesCase = ({ county }: Pick<On, 'county'>, one: Staff, about: RegisterCase): boolean =>
  casePartiesOf(county, about, one).length > 0

/** Whoever put it forward or decided before is not who does this, nor anybody who is one with them. */
async function isSecond({ db }: On, act: CaseAct, one: Staff, about: RegisterCase): Promise<boolean> {
  const others = secondTo(act, about)
  if (others.length === 0) return true
  const known = await findStandings(db, [one._id, ...others])
  return others.every((other) => areTwo(known, one._id, other))
}

export const mayDoWithCase = async (on: On, act: CaseAct, one: Staff, about: RegisterCase): Promise<boolean> =>
  mayActOn(on.county, act, about, one) && waitFor(on, act, about) === undefined && (await isSecond(on, act, one, about))

/** All of what an officer may do with a case now. */
export async function allowedWithCase(on: On, one: Staff, about: RegisterCase): Promise<CaseAct[]> {
  const acts = caseActsFor(on.county, about, one).filter((act) => waitFor(on, act, about) === undefined)
  const second = await Promise.all(acts.map((act) => isSecond(on, act, one, about)))
  return acts.filter((_, i) => second[i])
}

/** The day that an act has to wait for: a notice is shown to its end, a watch is kept to its end, an appeal comes in its days. */
export function waitFor(
  { moment: { today } }: Pick<On, 'moment'>,
  act: CaseAct,
  about: RegisterCase,
): 'notice' | 'watch' | 'appeal' | 'appealed' | undefined {
  if (act === 'propose' && about.state === 'notice' && about.noticeUntil !== null && today <= about.noticeUntil) return 'notice'
  if (act === 'end' && about.watchUntil !== null && today < about.watchUntil) return 'watch'
  if (act === 'appeal' && about.appealedOn !== null) return 'appealed'
  if (act === 'appeal' && about.appealUntil !== null && today > about.appealUntil) return 'appeal'
  return undefined
}
