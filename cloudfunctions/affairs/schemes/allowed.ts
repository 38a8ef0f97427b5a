import { isUntold } from '#domain/money/scheme-book'
import { areTwo } from '#domain/access/second-person'
import { membershipActsFor, schemeActsFor } from '#domain/work/scheme-powers'
import { isRunning, type SchemeAct } from '#domain/work/schemes'
import type { MembershipAct } from '#domain/work/memberships'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Scheme } from '#store/work/schemes'
import type { Member } from './member'
import { isGone } from './signing'

/** Whoever asked does not decide, nor anybody who is one with them. */
async function isSecond({ db }: On, one: Staff, askedBy: string | null): Promise<boolean> {
  return askedBy === null || areTwo(await findStandings(db, [one._id, askedBy]), one._id, askedBy)
}
const decides = (act: SchemeAct | MembershipAct) => act === 'approve' || act === 'refuse'

/** All of what an officer may do with a scheme now. */
export async function allowedWithScheme(on: On, one: Staff, scheme: Scheme): Promise<SchemeAct[]> {
  const acts = schemeActsFor(on.county, scheme.state, one)
  const second = acts.some(decides) && (await isSecond(on, one, scheme.askedBy))
  return acts.filter((act) => !decides(act) || second)
}

/** What asks for a scheme that runs. */
const ofRunning: readonly MembershipAct[] = ['join', 'sign', 'share', 'correct']

/** All of what an officer may do now about a household in a scheme. Of a scheme that nobody registered, nothing. */
export async function allowedWithMember(on: On, one: Staff, about: Member): Promise<MembershipAct[]> {
  const {
    scheme: { opened },
    membership,
  } = about
  if (!opened || opened.state === 'asked' || opened.state === 'refused') return []
  const acts = membershipActsFor(on.county, membership, one).filter(
    (act) => (isRunning(opened.state) || !ofRunning.includes(act)) && waitFor(act, about) === undefined,
  )
  const second = acts.some(decides) && (await isSecond(on, one, membership.askedBy))
  return acts.filter((act) => !decides(act) || second)
}

/**
 * What an act has to wait for: whoever left the register is told before leaving the scheme; whoever is on it has nothing to be told. Nobody
 * signs anew while whoever signed is there.
 */
export function waitFor(
  act: MembershipAct,
  { line, membership: { signerId }, home }: Member,
): 'told' | 'leaving the register' | 'signer going' | undefined {
  if (act === 'resign') return signerId && home && !isGone(home, signerId) ? 'signer going' : undefined
  if ((act === 'ask' || (act === 'approve' && line.state === 'leaving')) && isUntold(line)) return 'told'
  return act === 'tell' && line.offSince === null ? 'leaving the register' : undefined
}
