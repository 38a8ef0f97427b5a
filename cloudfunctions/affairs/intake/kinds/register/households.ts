import { isOutdated } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import { pageLimit } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { insertMany, replace, update } from '#store/db/write'
import { doctorContracts, pairings } from '#store/people/helpers'
import { households, type Household } from '#store/people/register'
import type { Writing } from '../../writing/writing'
import { digestOf } from '../../writing/documents'
import type { FormerHouseholds } from './history'
import type { Standing } from './listed'
import type { RegisterHousehold } from './rows'

/** `saidHead`: whom the list names as its head, where the database knows them. */
export type ListedHousehold = RegisterHousehold & { _id: string; saidHead: string | undefined }

/** Brings households to what the register says; who looks after them is kept, and found for those that were unknown so far. */
export async function writeHouseholds(
  to: Writing,
  on: Day,
  listed: ListedHousehold[],
  people: Standing[],
  { former, decided }: { former: FormerHouseholds; decided: Map<string, Set<string>> },
): Promise<{ added: number; changed: number; stored: Map<string, Household> }> {
  const { db, importedAt } = to
  const cares = await helpersOf(to, people)
  const standing = new Map(people.map((person) => [person.id, person]))
  const stored = new Map<string, Household>()
  const fresh: Household[] = []
  const replaced: Household[] = []
  const confirmed: string[] = []
  for (const household of listed) {
    const before = former.get(household._id)
    const newest = !before || !isOutdated(on, before)
    const helpers = [...new Set([...(before?.helpers ?? []), ...(cares.get(household._id) ?? [])])]
    const kept = before?.members.filter(({ personId }) => decided.get(household._id)?.has(personId)) ?? []
    const document = newest ? { ...documentOf(to, on, household, standing, { kept, before }), helpers } : { ...before!, helpers }
    stored.set(household._id, document)
    if (!before) fresh.push(document)
    else if (document.digest !== before.digest || document.onRegister !== before.onRegister || helpers.length !== before.helpers.length)
      replaced.push(document)
    else if (newest && before.listedOn !== on) confirmed.push(household._id)
  }
  await insertMany(db, households, fresh)
  await inTurns(replaced, 8, (household) => replace(db, households, household))
  for (const part of inParts(confirmed, pageLimit))
    await update(db, households, { _id: { $in: part } }, { $set: { listedOn: on, importedAt } })
  return { added: fresh.length, changed: replaced.length, stored }
}

function documentOf(
  { keys, importedAt }: Writing,
  on: Day,
  { _id, members, headId, saidHead, headName, townCode, villageCode, category, certificateNo, monthlyFen, startMonth }: ListedHousehold,
  standing: Map<string, Standing>,
  { kept, before }: { kept: Household['members']; before: Household | undefined },
): Household {
  // Somebody decided that the head is in it, later than the list that names them.
  const head = kept.find(({ personId }) => personId === saidHead)
  const first = standing.get(headId)!
  // Or is in another one by now: it was the head that this list speaks of, and a new one is asked for, not chosen.
  const gone = head === undefined && saidHead !== undefined && saidHead !== first.personId
  const headLeft = head ? head.left : gone ? before?.headLeft : first.left
  const content = {
    headId: head?.personId ?? (gone ? saidHead : first.personId),
    headName,
    townCode,
    villageCode,
    category,
    certificateNo,
    monthlyFen,
    startMonth,
    members: [
      ...members.map(({ id, name }) => ({
        personId: standing.get(id)!.personId,
        name,
        relation: standing.get(id)!.relation,
        ...leftOf(standing.get(id)!),
      })),
      ...kept,
    ],
    ...(headLeft && { headLeft }),
  }
  return {
    _id,
    ...content,
    digest: digestOf(keys, content),
    helpers: [],
    onRegister: members.some(({ id }) => standing.get(id)!.onRegister) || kept.some(({ left }) => !left),
    listedOn: on,
    importedAt,
  }
}

const leftOf = ({ left }: Standing) => (left ? { left } : {})

/** The workers of people who were named in a list before they came on the register, by household. */
async function helpersOf({ db }: Writing, people: Standing[]): Promise<Map<string, Set<string>>> {
  const homeOf = new Map(people.filter(({ isNew }) => !isNew).map(({ personId, householdId }) => [personId, householdId]))
  const ids = [...homeOf.keys()]
  const [cadres, doctors] = await Promise.all([
    findIn(db, pairings, 'personId', ids, ['personId', 'workerId']),
    findIn(db, doctorContracts, 'personId', ids, ['personId', 'workerId']),
  ])
  const helpers = new Map<string, Set<string>>()
  for (const { personId, workerId } of [...cadres, ...doctors]) {
    const home = homeOf.get(personId)!
    helpers.set(home, (helpers.get(home) ?? new Set()).add(workerId))
  }
  return helpers
}
