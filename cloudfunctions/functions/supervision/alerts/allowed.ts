import { areTwo } from '#domain/access/second-person'
import { actsFor, mayAct, partiesOf } from '#domain/work/alert-powers'
import type { PeopleAct } from '#domain/work/alerts'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Alert } from '#store/work/alerts'

/** True when an officer sees an alert at all. */
export const sees = ({ county }: On, one: Staff, alert: Alert): boolean => partiesOf(county, alert, one).length > 0

const takesTwo = (act: PeopleAct): boolean => act === 'pass' || act === 'fail'

/** Who said that something is put right is not who says whether it is, really not. */
const isSecond = async ({ db }: On, one: Staff, { rectifiedBy }: Alert): Promise<boolean> =>
  rectifiedBy === null || areTwo(await findStandings(db, [one._id, rectifiedBy]), one._id, rectifiedBy)

export const isAllowed = async (on: On, act: PeopleAct, one: Staff, alert: Alert): Promise<boolean> =>
  mayAct(on.county, act, alert, one) && (!takesTwo(act) || (await isSecond(on, one, alert)))

/** All of what an officer may do with an alert now. */
export async function allowed(on: On, one: Staff, alert: Alert): Promise<PeopleAct[]> {
  const acts = actsFor(on.county, alert, one)
  return acts.some(takesTwo) && !(await isSecond(on, one, alert)) ? acts.filter((act) => !takesTwo(act)) : acts
}
