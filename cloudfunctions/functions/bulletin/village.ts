import { monthOf, type Day, type Month } from '#domain/time/dates'
import { comings, leavings } from '#domain/register/events'
import type { Category } from '#domain/register/register'
import { pageLimit, type Db } from '#store/db/collection'
import { aggregate, findIn, joined } from '#store/db/read'
import { pairings } from '#store/people/helpers'
import { payments, receipts, type Payment, type Receipt } from '#store/money/money'
import { events, households, persons, type RegisterEvent } from '#store/people/register'

/** A household as a village is counted: no numbers of anybody, and names for the notices only. */
interface VillageHousehold {
  _id: string
  headId: string
  category: Category
  onRegister: boolean
  people: { _id: string; name: string; onRegister: boolean }[]
}

/** A village's households, those that left the register too, with what its page is made of. */
export interface Village {
  homes: VillageHousehold[]
  paired: Set<string>
  /** Of the month. */
  plan: Pick<Payment, '_id' | 'programme' | 'personId'>[]
  credited: Pick<Receipt, 'paymentId' | 'amountFen'>[]
  changes: Pick<RegisterEvent, 'personId' | 'kind' | 'on'>[]
}

/** Two rounds: the households with their people; then, by their ids, what came this month, who is paired, what changed lately. */
export async function loadVillage(
  db: Db,
  villageCode: string,
  { month, from, until }: { month: Month; from: Day; until: Day },
): Promise<Village> {
  const homes = await aggregate<VillageHousehold>(db, households, [
    { $match: { villageCode } },
    joined(persons, '_id', 'householdId', 'people'),
    { $project: { headId: 1, category: 1, onRegister: 1, 'people._id': 1, 'people.name': 1, 'people.onRegister': 1 } },
    { $limit: pageLimit },
  ])
  const ids = homes.filter(({ onRegister }) => onRegister).map(({ _id }) => _id)
  const people = homes.flatMap((home) => home.people.map(({ _id }) => _id))
  const [paired, plan, credited, changes] = await Promise.all([
    findIn(db, pairings, 'householdId', ids, ['householdId']),
    findIn(db, payments, 'householdId', ids, ['programme', 'personId'], { month }),
    findIn(db, receipts, 'householdId', ids, ['paymentId', 'amountFen'], { month, state: 'credited' }),
    findIn(db, events, 'personId', people, ['personId', 'kind', 'on'], {
      kind: { $in: [...comings, ...leavings] },
      on: { $gte: monthOf(from), $lte: until },
    }),
  ])
  return { homes, paired: new Set(paired.map(({ householdId }) => householdId!)), plan, credited, changes }
}
