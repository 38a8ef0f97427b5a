import type { AwardFacts } from '#domain/money/awards'
import type { AmountFact, AwardFact, DueFacts, DuePerson, VitalFact } from '#domain/money/entitlements/facts'
import { maskName } from '#domain/people/names'
import { whoseOf } from '#domain/money/claims'
import type { AtWork } from '#kernel/jobs/kind'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { awards, type Award } from '#store/money/awards'
import { listings, type Listing } from '#store/people/listings'
import { events, type Household, type Person, type RegisterEvent } from '#store/people/register'
import { vitalEvents } from '#store/people/vital'
import { eventFields, heldEvents } from '../alerts/vital-facts'
import type { OnePerson } from '../persons/one-person'

/** Whose dues are to be worked out. People who are another entry of somebody are not among them. */
export interface Asked {
  homes: readonly Household[]
  people: readonly Person[]
}

/** Brings what these households' and people's dues are worked out from. */
export async function gatherFacts(on: AtWork, one: OnePerson, { homes, people }: Asked): Promise<DueFacts> {
  const homeIds = homes.map(({ _id }) => _id)
  const entries = one.withOthers(people.map(({ _id }) => _id))
  const happened = await happenedAround(on, homeIds, entries)
  const everyone = one.withOthers([...entries, ...happened.map(({ personId }) => personId)])
  const [vital, awarded, listed] = await Promise.all([
    vitalOf(on, everyone, one),
    awardedTo(on, homeIds, entries),
    findIn(on.db, listings, 'householdId', homeIds, ['householdId', 'startMonth', 'monthlyFen', 'said']),
  ])
  const programmes = new Map(on.county.programmes.map((programme) => [programme.id, programme]))
  const ofWhom = groupedBy(awarded, (award) => whoseOf(programmes, { ...award, personId: one.keptOf(award.personId) }))
  const ofPerson = groupedBy(awarded, ({ personId }) => one.keptOf(personId))
  const listingsOf = groupedBy(listed, ({ householdId }) => householdId)
  return {
    ...{ events: happened, vital },
    homes: homes.map((home) => ({
      ...{ householdId: home._id, headId: one.keptOf(home.headId), villageCode: home.villageCode },
      amounts: amountsOf(home, listingsOf.get(home._id) ?? [], on.moment.today),
      awards: (ofWhom.get(home._id) ?? []).map((award) => factOf(on, award)),
    })),
    people: people.map((person): DuePerson => {
      const { _id: personId, householdId, birth, name } = person
      const own = one.withOthers([personId])
      return {
        ...{ personId, entries: own, householdId, birth, forWhom: maskName(name), vital: vital.get(personId) ?? [] },
        awards: (ofPerson.get(personId) ?? []).map((award) => factOf(on, award)),
      }
    }),
  }
}

/** What happened to these, to whoever was ever in these households, and to every household that any of them was ever in. */
async function happenedAround({ db }: AtWork, homeIds: string[], entries: string[]): Promise<RegisterEvent[]> {
  const ofHomes = await findIn(db, events, 'householdId', homeIds)
  const ofPeople = await findIn(db, events, 'personId', [...entries, ...ofHomes.map(({ personId }) => personId)])
  const known = new Set(homeIds)
  const others = [...ofHomes, ...ofPeople].flatMap(({ householdId }) => (householdId && !known.has(householdId) ? householdId : []))
  const ofOthers = await findIn(db, events, 'householdId', others)
  return [...new Map([...ofHomes, ...ofPeople, ...ofOthers].map((event) => [event._id, event])).values()]
}

/** What holds of deaths and moves, by each entry of a person. */
async function vitalOf(on: AtWork, ids: string[], one: OnePerson): Promise<Map<string, VitalFact[]>> {
  const held = await heldEvents(on, await findIn(on.db, vitalEvents, 'personId', ids, eventFields))
  const facts = held.flatMap(({ _id, kind, on: day, personId }): (VitalFact & { kept: string })[] =>
    kind === 'died' || kind === 'moved-out' || kind === 'moved-in' ? [{ id: _id, kind, on: day, kept: one.keptOf(personId) }] : [],
  )
  const byKept = groupedBy(facts, ({ kept }) => kept)
  return new Map(ids.flatMap((id) => (byKept.has(one.keptOf(id)) ? [[id, byKept.get(one.keptOf(id))!] as const] : [])))
}

async function awardedTo({ db }: AtWork, homeIds: string[], entries: string[]): Promise<Award[]> {
  const found = await Promise.all([findIn(db, awards, 'householdId', homeIds), findIn(db, awards, 'personId', entries)])
  return [...new Map(found.flat().map((award) => [award._id, award])).values()]
}

function factOf({ keys }: AtWork, { _id: id, kind, programme, called, period, amountFen, factsSealed }: Award): AwardFact {
  const fact: AwardFact = { id, kind, programme, called, period, amountFen }
  if (kind !== 'disability') return fact
  const { category, grade } = JSON.parse(open(keys, factsSealed)) as Extract<AwardFacts, { kind: 'disability' }>
  return { ...fact, disability: { ...(category !== undefined && { kind: category }), ...(grade !== undefined && { grade }) } }
}

/** What lists say a household has; of one taken in before lists' amounts were kept, what the register has now. */
function amountsOf({ _id, monthlyFen, startMonth, listedOn }: Household, listed: Listing[], today: AmountFact['on']): AmountFact[] {
  const said = listed.flatMap((list): AmountFact[] =>
    list.monthlyFen === null || list.monthlyFen === undefined
      ? []
      : [...new Set(list.said.map(({ on }) => on))].map((on) => ({
          ...{ record: { kind: 'register_listings', id: list._id }, on, startMonth: list.startMonth, fen: list.monthlyFen! },
        })),
  )
  if (said.length > 0 || monthlyFen === null) return said
  return [{ record: { kind: 'households', id: _id }, on: listedOn ?? today, startMonth, fen: monthlyFen }]
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
