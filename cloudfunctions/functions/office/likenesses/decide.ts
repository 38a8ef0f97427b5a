import type { office } from '#contract/office/actions'
import { likenessActNames, likenessActs, likenessStateNames, waitingLikenesses } from '#domain/work/likenesses'
import { canBe, stateAfter } from '#domain/work/transitions'
import { join, joinableOf, part, planJoin, planPart } from '#affairs/persons/join'
import { followHouseholds } from '#affairs/schemes/follow'
import { act } from '#kernel/act'
import { Refusal, refusals } from '#kernel/call/errors'
import { seal } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import type { Transaction } from '#store/db/transaction'
import type { Staff } from '#store/access/staff'
import { changeLikeness, findLikeness, type Joined, type LikenessBy, type LikenessCase } from '#store/people/likenesses'
import { actsFor, secondPosts, sees, standingsFor } from './allowed'
import { presentLikeness } from './present'
import { noLikeness } from './read'

/** Where the two live, together or apart. */
const homesOf = (joined: Joined | null): string[] => (joined ? [...joined.homes, ...(joined.was === null ? [] : [joined.was])] : [])

type Given = Parameters<typeof decideLikeness>[0]
type Become = (transaction: Transaction) => Promise<Partial<LikenessCase>>

/** Says whether two entries are one person; what brings records together, or takes them apart, a second person agrees to. */
export const decideLikeness: Action<typeof office.decideLikeness> = async ({ id, act: what, words }, on) => {
  const [caller, before] = await Promise.all([on.caller(), findLikeness(on.db, id)])
  const changed = await act<LikenessCase, { become: Become; by: LikenessBy }>(on, {
    action: 'office.decideLikeness',
    find: () => findLikeness(on.db, id),
    look: () => ({ about: { kind: 'likeness', id }, reason: likenessActNames[what] }),
    may: async (pair, one) => actsFor(on, await standingsFor(on, one, [pair]), one, pair).includes(what),
    whoMay: (pair, one) => (sees(on, one, pair) ? whyNot(on, what, pair) : undefined),
    become: async (pair, one) => ({ become: await become(on, what, pair, one), by: byOf(one) }),
    change: (pair, { become, by }) =>
      changeLikeness(on.db, pair, { at: on.moment.iso, act: what, by, wordsSealed: seal(on.keys, words) }, become),
    gone: noLikeness,
    late: () => refusals.badInput('刚刚有人动过这一对，或者有新的记录进来了。请刷新，看过再办。您写的字还在。'),
  })
  if (what === 'agree') await followHouseholds(on, { householdId: { $in: homesOf(before?.joined ?? changed.joined) } })
  return presentLikeness(on, caller.staff!, changed)
}

const byOf = ({ _id: staffId, name, role, agencyId, agency }: Staff): LikenessBy => ({ staffId, name, role, agencyId, agency })

/** What it becomes, and what is written with it: only a second person's yes changes anybody's records. */
async function become(on: On, what: Given['act'], pair: LikenessCase, one: Staff): Promise<Become> {
  const state = stateAfter(likenessActs, what, pair.state)
  const stands = { state, open: waitingLikenesses.includes(state) }
  const plain =
    (change: Partial<LikenessCase>): Become =>
    () =>
      Promise.resolve({ ...stands, ...change })
  if (what === 'same') return plain({ askedBy: byOf(one), keptId: (await joinable(on, pair)).kept._id })
  if (what === 'apart') return plain({ askedBy: byOf(one) })
  if (what !== 'agree') return plain({ askedBy: null, ...(state === 'proposed' && { keptId: null }) })
  if (state === 'same') {
    const plan = await planJoin(on.db, await joinable(on, pair))
    return async (transaction) => {
      const joined = await join(transaction, plan)
      if (!joined) throw refusals.badInput('这两份记录刚刚变了，没有合并。请刷新，看过再办。')
      return { ...stands, askedBy: null, keptId: joined.keptId, joined }
    }
  }
  const joined = pair.joined!
  const goes = await planPart(on.db, joined)
  return async (transaction) => {
    await part(transaction, joined, goes)
    return { ...stands, askedBy: null, keptId: null, joined: null }
  }
}

/** @throws Refusal where something has to be done before. */
async function joinable(on: On, { personIds }: LikenessCase) {
  const found = await joinableOf(on.db, personIds)
  if ('objection' in found) throw refusals.badInput(found.objection)
  return found
}

/** To somebody who sees it: it stands elsewhere, or somebody else has to agree. */
function whyNot(on: On, what: Given['act'], { state }: LikenessCase): Refusal {
  if (canBe(likenessActs, what, state))
    return new Refusal('not-allowed', `要两个人：提的人自己不能同意。能同意的：${secondPosts(on)}。您写的字还在。`)
  return refusals.badInput(`这一对现在是“${likenessStateNames[state]}”，不能${likenessActNames[what]}。请刷新后再看。您写的字还在。`)
}
