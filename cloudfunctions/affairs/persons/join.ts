import type { Collection, Db } from '#store/db/collection'
import { findById, findIn } from '#store/db/read'
import type { Transaction } from '#store/db/transaction'
import { payments, receipts } from '#store/money/money'
import type { Joined } from '#store/people/likenesses'
import { households, persons, type Person } from '#store/people/register'
import { ofPerson, type OfPerson } from './of-person'

/** Which of two entries is kept, or what stands against bringing them together, for whoever asks: what to do first. */
type Joinable = { kept: Person; other: Person } | { objection: string }

/**
 * The entry on the register is kept; of two in one household the head's, of two on none the one that was there first. The register itself
 * changes by its own decisions only: of two households a person has to make one first.
 */
export async function joinableOf(db: Db, [first, second]: readonly [string, string]): Promise<Joinable> {
  const people = await findIn(db, persons, '_id', [first, second])
  const [one, another] = [first, second].map((id) => people.find(({ _id }) => _id === id))
  if (!one || !another) return { objection: '其中一份记录已经不在了（那份文件撤销了）。请刷新后再看。' }
  if (one.sameAs || another.sameAs) return { objection: '其中一份已经和别的记录合并了。请先把那一对分开，再来合并这一对。' }
  const [kept, other] = (await goesFirst(db, one, another)) ? [one, another] : [another, one]
  if (other.householdId === null || other.householdId === kept.householdId) return { kept, other }
  const home = other.onRegister ? undefined : await findById(db, households, other.householdId)
  if (other.onRegister || home?.onRegister)
    return {
      objection: '两份记录在名册上是两户。请先在名册上并成一户（或者给多出来的那一户办退出），再来合并。没有办好以前，两边的待遇都照发。',
    }
  return { kept, other }
}

async function goesFirst(db: Db, one: Person, other: Person): Promise<boolean> {
  if (one.onRegister !== other.onRegister) return one.onRegister
  if ((one.householdId === null) !== (other.householdId === null)) return one.householdId !== null
  if (one.householdId !== null && one.householdId === other.householdId) {
    const home = await findById(db, households, one.householdId)
    if (home?.headId === other._id) return false
    if (home?.headId === one._id) return true
  }
  return one.importedAt === other.importedAt ? one._id < other._id : one.importedAt < other.importedAt
}

/** Records of somebody, by collection, that stand with one of these households. */
const recordsOf = (db: Db, personId: string, homes: (string | null)[]): Promise<Named[]> =>
  Promise.all(
    ofPerson.map(async (of) => ({
      of,
      ids: (await findIn(db, of, 'personId', [personId], ['householdId'], { householdId: { $in: homes } })).map(({ _id }) => _id),
    })),
  )
export interface Named {
  of: Collection<OfPerson>
  ids: string[]
}

/** What bringing two together has to know beforehand: a transaction reads by id only. */
export interface JoinPlan {
  kept: Person
  other: Person
  /** The other's records that come along, and those that are with the kept one's household already. */
  come: Named[]
  stays: Joined['stays']
}

export async function planJoin(db: Db, { kept, other }: { kept: Person; other: Person }): Promise<JoinPlan> {
  if (kept.householdId === null || kept.householdId === other.householdId) return { kept, other, come: [], stays: {} }
  const [come, there] = await Promise.all([recordsToGive(db, other._id, [other.householdId]), recordsOf(db, other._id, [kept.householdId])])
  return { kept, other, come, stays: Object.fromEntries(there.map(({ of, ids }) => [of.name, ids])) }
}

/** The same with the receipts of its payments, which go where those go. */
export const recordsToGive = async (db: Db, personId: string, homes: (string | null)[]): Promise<Named[]> =>
  withReceipts(db, await recordsOf(db, personId, homes))

async function withReceipts(db: Db, records: Named[]): Promise<Named[]> {
  const paid = records.find(({ of }) => of.name === payments.name)?.ids ?? []
  const answers = await findIn(db, receipts, 'paymentId', paid, ['paymentId'])
  return [...records, { of: receipts as unknown as Collection<OfPerson>, ids: answers.map(({ _id }) => _id) }]
}

/**
 * Brings two entries together, within a transaction: the other says whose it is, and what is on record of it is shown with the kept one's
 * household. No record is rewritten: each keeps the id under which it was written, so that every later one tells whose it is. Nothing if
 * one of them is not as it was planned with.
 */
export async function join(transaction: Transaction, { kept, other, come, stays }: JoinPlan): Promise<Joined | undefined> {
  const [now, then] = [await transaction.get(persons, kept._id), await transaction.get(persons, other._id)]
  if (!now || !then || now.sameAs || then.sameAs) return undefined
  if (now.householdId !== kept.householdId || then.householdId !== other.householdId) return undefined
  const householdId = now.householdId ?? then.householdId
  await transaction.set(persons, { ...then, householdId, sameAs: now._id })
  await give(transaction, come, then.householdId, householdId)
  const homes = householdId === null || householdId === then.householdId ? [] : [householdId]
  return { keptId: now._id, otherId: then._id, was: then.householdId, homes, stays }
}

/** Records that are still with one of these households are another's from now on. */
export async function give(transaction: Transaction, records: Named[], from: string | null | string[], to: string | null): Promise<void> {
  const isFrom = (home: string | null) => (Array.isArray(from) ? home !== null && from.includes(home) : home === from)
  for (const { of, ids } of records)
    for (const id of ids) {
      const record = await transaction.get(of, id)
      if (record && isFrom(record.householdId) && record.householdId !== to) await transaction.set(of, { ...record, householdId: to })
    }
}

/** What came to the kept one's households of the other's records: with the two together, and since. */
export async function planPart(db: Db, { otherId, homes, stays }: Joined): Promise<Named[]> {
  const there = await recordsOf(db, otherId, homes)
  return withReceipts(
    db,
    there.map(({ of, ids }) => ({ of, ids: ids.filter((id) => !stays[of.name]?.includes(id)) })),
  )
}

/** Takes the two apart again, within a transaction. What a register has said of the other itself since then stands. */
export async function part(transaction: Transaction, { otherId, was, homes }: Joined, goes: Named[]): Promise<void> {
  const other = await transaction.get(persons, otherId)
  if (!other) return
  const { sameAs: _, ...alone } = other
  const householdId = homes.includes(other.householdId ?? '') ? was : other.householdId
  await transaction.set(persons, { ...alone, householdId })
  await give(transaction, goes, homes, householdId)
}
