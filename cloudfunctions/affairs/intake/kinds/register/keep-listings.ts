import { createHash } from 'node:crypto'
import { isOutdated } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { insertMany, remove, update, type Put } from '#store/db/write'
import { listings, type Listing } from '#store/people/listings'
import { followFirst, followLists } from '../../../register/follow-lists'
import { personIdOf, type Known } from '../../writing/people'
import type { Writing } from '../../writing/writing'
import type { FormerHouseholds } from './history'
import type { Standing } from './listed'
import type { RegisterHousehold } from './rows'

/** Keeps what the list says of each household, late or not, and brings the register's events to what follows from it. */
export async function keepListings(
  to: Writing,
  on: Day,
  rows: RegisterHousehold[],
  ids: string[],
  { known, former, standing }: { known: Map<string, Known>; former: FormerHouseholds; standing: Standing[] },
): Promise<Put> {
  const said = rows.flatMap((row, i) => (ids[i] ? [listingOf(to, on, row, ids[i], known)] : []))
  const there = new Map(
    (
      await findIn(
        to.db,
        listings,
        '_id',
        said.map(({ _id }) => _id),
        ['said'],
      )
    ).map((one) => [one._id, one.said]),
  )
  const again = [...known.values()].filter((person) => person.listedOn === on || isOutdated(on, person))
  const superseded = again.length > 0 ? await supersede(to, on, said, again) : { people: [], homes: [] }
  await insertMany(
    to.db,
    listings,
    said.filter(({ _id }) => !there.has(_id)),
  )
  const confirmed = said.filter(({ _id }) => there.has(_id) && !saysSo(there.get(_id)!, said[0]!.said[0]!)).map(({ _id }) => _id)
  for (const part of inParts(confirmed, 500))
    await update(to.db, listings, { _id: { $in: part } }, { $addToSet: { said: { on, importId: to.importId } } })

  const off = new Set(standing.filter(({ onRegister }) => !onRegister).map(({ personId }) => personId))
  const byId = new Map([...known.values()].map((person) => [person._id, person]))
  const first: Listing[] = []
  const other: Listing[] = []
  for (const list of said) {
    if (saysNothingNew(list, on, there.get(list._id), byId, former, off)) continue
    if (!former.has(list.householdId) && !list.personIds.some((id) => byId.has(id))) first.push(list)
    else other.push(list)
  }
  const came = await followFirst(to, first)
  if (other.length === 0 && superseded.people.length === 0) return came
  const moved = await followLists(
    to,
    [...other.flatMap(({ personIds }) => personIds), ...superseded.people],
    [...other.map(({ householdId }) => householdId), ...superseded.homes],
  )
  return { added: came.added + moved.added, changed: came.changed + moved.changed }
}

type Content = Pick<
  Listing,
  'householdId' | 'headId' | 'villageCode' | 'category' | 'certificateNo' | 'startMonth' | 'monthlyFen' | 'members'
>

function listingOf(to: Writing, on: Day, row: RegisterHousehold, householdId: string, known: Map<string, Known>): Listing {
  const idOf = (id: string) => known.get(id)?._id ?? personIdOf(to.keys, id)
  const { villageCode, category, certificateNo, startMonth, monthlyFen } = row
  const members = row.members.map(({ id, relation }) => ({ personId: idOf(id), relation }))
  const { sheet, row: line } = (row.members.find(({ id }) => id === row.headId) ?? row.members[0]!).at
  return listing(
    { householdId, headId: idOf(row.headId), villageCode, category, certificateNo, startMonth, monthlyFen, members },
    { said: [{ on, importId: to.importId }], sheet, row: line },
  )
}

const listing = (content: Content, where: Pick<Listing, 'said' | 'sheet' | 'row'>): Listing => ({
  _id: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24),
  ...content,
  personIds: content.members.map(({ personId }) => personId),
  ...where,
})

const saysSo = (said: Listing['said'], { on, importId }: Listing['said'][number]): boolean =>
  said.some((one) => one.on === on && one.importId === importId)

/** The list of the next day says just what the one before said, and nothing happened in between. */
function saysNothingNew(
  { householdId, personIds }: Listing,
  on: Day,
  said: Listing['said'] | undefined,
  known: Map<string, Known>,
  former: FormerHouseholds,
  off: Set<string>,
): boolean {
  const last = said?.map((one) => one.on).reduce((a, b) => (a > b ? a : b))
  const home = former.get(householdId)
  if (!last || last >= on || !home || home.listedOn !== last || (home.decidedOn ?? '') >= last) return false
  return personIds.every((id) => {
    const person = known.get(id)
    return person?.onRegister && !off.has(id) && person.listedOn === last && !((person.decidedOn ?? '') >= last)
  })
}

/**
 * Of people whom another list of the same day names elsewhere, or otherwise, this one holds: there the day is taken from them. Whoever is
 * left of such a household stays listed in it.
 */
async function supersede(
  { db }: Writing,
  on: Day,
  said: Listing[],
  again: Pick<Known, '_id'>[],
): Promise<{ people: string[]; homes: string[] }> {
  const own = new Set(said.map(({ _id }) => _id))
  const found = await findIn(
    db,
    listings,
    'personIds',
    again.map(({ _id }) => _id),
    undefined,
    { 'said.on': on },
  )
  const others = [...new Map(found.map((one) => [one._id, one])).values()].filter(({ _id }) => !own.has(_id))
  if (others.length === 0) return { people: [], homes: [] }
  const named = new Set(said.flatMap(({ personIds }) => personIds))
  const homes = new Map(said.map((list) => [list.householdId, list]))
  await inTurns(others, 4, async (other) => {
    const rest = other.members.filter(({ personId }) => !named.has(personId))
    const then = other.said.filter((one) => one.on === on)
    const now = homes.get(other.householdId)
    const { householdId, headId, villageCode, category, certificateNo, startMonth, monthlyFen } = now ?? other
    if (rest.length > 0) {
      const left = listing(
        { householdId, headId, villageCode, category, certificateNo, startMonth, monthlyFen, members: rest },
        { ...other, said: then },
      )
      const [there] = await findIn(db, listings, '_id', [left._id], ['_id'])
      if (there) await update(db, listings, { _id: left._id }, { $addToSet: { said: { $each: then } } })
      else await insertMany(db, listings, [left])
    }
    if (then.length === other.said.length) await remove(db, listings, { _id: { $in: [other._id] } })
    else await update(db, listings, { _id: other._id }, { $pull: { said: { on } } })
  })
  return { people: others.flatMap(({ personIds }) => personIds), homes: others.map(({ householdId }) => householdId) }
}
