import type { Coming, RegisterDecision, RegisterEventKind } from '#domain/register/events'
import { Refusal } from '#kernel/call/errors'
import { inTransaction } from '#store/db/transaction'
import { events, type RegisterEvent } from '#store/people/register'
import { eventsOfCase } from '#store/people/register-events'
import { linkLate } from '../persons/link-late'
import { followHouseholds } from '../schemes/follow'
import { newHouseholdId } from '../intake/kinds/register/claim-households'
import { findPeople, personIdOf } from '../intake/writing/people'
import type { Deciding, Draft } from './draft'
import { effects } from './effects'
import { settle } from './settle'
import { MovedMeanwhile, readStanding, touchedBy, type Touched } from './standing'

/**
 * Writes what was decided about the register: the events, and what they change of persons, households, codes and helpers, all or nothing.
 * Done twice, it is done once: the second time it gives the events of the first. What would change nothing (somebody who is on the
 * register already) makes no event. Money and lists that came before for whoever is new to a household follow after it; cut off in
 * between, they follow when it is done again, or with the next list.
 * @throws Refusal when a person, household or village is not there, or somebody is not where the decision has them.
 */
export async function decideRegister(on: Deciding, decision: RegisterDecision): Promise<RegisterEvent[]> {
  const ids = await idsOf(on, decision)
  await done(on, decision, ids)
  const happened = await happenedBy(on, decision)
  await linkLate(
    on.db,
    happened.flatMap(({ personId, householdId, relation }) => (householdId && relation ? [{ personId, householdId }] : [])),
  )
  const homes = [...new Set(happened.flatMap(({ from, householdId }) => [from ?? [], householdId ?? []].flat()))]
  if (happened.some(({ kind }) => kind === 'joined' || kind === 'split')) await followHouseholds(on, { householdId: { $in: homes } })
  return happened
}

/** Somebody of these households moved in the very moment, or somebody wrote a document that was to be new. */
const othersWereFaster = (error: unknown): boolean =>
  error instanceof MovedMeanwhile || (error as { code?: unknown } | null)?.code === 'DATABASE_DUPLICATE_WRITE'

/** So often it is begun again then. */
const attempts = 3

async function done(on: Deciding, decision: RegisterDecision, ids: Map<string, string>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    // Another one may have done it meanwhile.
    if ((await happenedBy(on, decision)).length > 0) return
    const touched = await touchedBy(on.db, personsIn(decision, ids, on), homesIn(decision, ids, on))
    try {
      return await inTransaction(on.db, (transaction) => work(transaction, on, decision, ids, touched))
    } catch (error) {
      if (error instanceof Refusal && (await happenedBy(on, decision)).length > 0) return
      if (!othersWereFaster(error) || attempt === attempts) throw error
    }
  }
}

async function work(
  transaction: Parameters<Parameters<typeof inTransaction>[1]>[0],
  to: Deciding,
  decision: RegisterDecision,
  ids: Map<string, string>,
  touched: Touched,
): Promise<void> {
  const draft: Draft = { to, decision, ids, standing: await readStanding(transaction, touched), fresh: new Set(), events: [] }
  ;(effects[decision.kind] as (draft: Draft, decision: RegisterDecision) => void)(draft, decision)
  settle(draft)
  for (const event of draft.events) if (await transaction.get(events, event._id)) return
  for (const event of draft.events) await transaction.add(events, event)
  for (const held of Object.values(draft.standing)) await held.write(transaction)
}

/** The kinds of events that a kind of decision comes to: a case may decide an exit and, after an appeal, its restoring. */
const comesTo: Record<RegisterDecision['kind'], readonly RegisterEventKind[]> = {
  recognised: ['recognised', 'joined'],
  'recognised-into': ['recognised', 'joined'],
  restored: ['restored', 'joined'],
  exited: ['exited'],
  died: ['died'],
  category: ['category'],
  moved: ['moved'],
  head: ['head'],
  joined: ['joined'],
  split: ['split'],
}

const happenedBy = async ({ db }: Deciding, { caseId, kind }: RegisterDecision): Promise<RegisterEvent[]> =>
  (await eventsOfCase(db, caseId)).filter((event) => comesTo[kind].includes(event.kind))

/** The persons whom we know by these identity numbers. */
const idsOf = async (on: Deciding, decision: RegisterDecision): Promise<Map<string, string>> => {
  const named = comingIn(decision).flatMap((one) => ('idNumber' in one ? [one.idNumber] : []))
  return new Map([...(await findPeople(on, named))].map(([id, { _id }]) => [id, _id]))
}

const comingIn = (decision: RegisterDecision): Coming[] =>
  decision.kind === 'recognised' ? [decision.head, ...decision.members] : decision.kind === 'recognised-into' ? decision.members : []

function personsIn(decision: RegisterDecision, ids: Map<string, string>, { keys }: Deciding): string[] {
  const coming = comingIn(decision).map((one) =>
    'personId' in one ? one.personId : (ids.get(one.idNumber) ?? personIdOf(keys, one.idNumber)),
  )
  const asked = 'personIds' in decision ? decision.personIds : []
  return [...coming, ...asked, ...('personId' in decision ? [decision.personId] : []), ...('headId' in decision ? [decision.headId] : [])]
}

function homesIn(decision: RegisterDecision, ids: Map<string, string>, on: Deciding): string[] {
  const asked = 'householdId' in decision ? [decision.householdId] : []
  const head = decision.kind === 'split' ? decision.headId : decision.kind === 'recognised' ? personsIn(decision, ids, on)[0]! : undefined
  return head === undefined ? asked : [...asked, newHouseholdId(head, decision.on)]
}
