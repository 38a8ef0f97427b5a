import type { Collection, Db, Stored } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { payments, receipts } from '#store/money/money'
import { ofPerson, type OfPerson } from './of-person'

/** Gives what came for these people before they were on a register to their household. Gives the number of documents changed. */
export async function linkLate(db: Db, people: { personId: string; householdId: string }[]): Promise<number> {
  const homeOf = new Map(people.map(({ personId, householdId }) => [personId, householdId]))
  const ids = [...homeOf.keys()]
  const counts = await Promise.all([
    linkPayments(db, ids, homeOf),
    ...ofPerson.filter(({ name }) => name !== payments.name).map((of) => linkOwn(db, of, ids, homeOf)),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Receipts before their payments: once a payment is linked, nothing would lead an interrupted import back to its receipts. */
async function linkPayments(db: Db, ids: string[], homeOf: Map<string, string>): Promise<number> {
  const unlinked = await findUnlinked(db, payments, ids)
  const answers = await findIn(
    db,
    receipts,
    'paymentId',
    unlinked.map(({ _id }) => _id),
    ['paymentId', 'householdId'],
  )
  const personOf = new Map(unlinked.map(({ _id, personId }) => [_id, personId]))
  const orphans = answers
    .filter(({ householdId }) => householdId === null)
    .map(({ _id, paymentId }) => ({ _id, personId: personOf.get(paymentId!)! }))
  const changed = await link(db, receipts, orphans, homeOf)
  return changed + (await link(db, payments, unlinked, homeOf))
}

const linkOwn = async (db: Db, of: Collection<OfPerson>, ids: string[], homeOf: Map<string, string>): Promise<number> =>
  link(db, of, await findUnlinked(db, of, ids), homeOf)

async function findUnlinked<T extends OfPerson>(
  db: Db,
  of: Collection<T>,
  personIds: string[],
): Promise<Pick<OfPerson, '_id' | 'personId'>[]> {
  const found = await findIn(db, of, 'personId', personIds, ['personId', 'householdId'])
  return found.filter(({ householdId }) => householdId === null)
}

/** One update per household and collection, as many documents as it has. */
async function link(
  db: Db,
  of: Collection<Stored & { householdId: string | null }>,
  documents: { _id: string; personId: string }[],
  homeOf: Map<string, string>,
): Promise<number> {
  const byHome = new Map<string, string[]>()
  for (const { _id, personId } of documents) {
    const home = homeOf.get(personId)!
    const ids = byHome.get(home)
    if (ids) ids.push(_id)
    else byHome.set(home, [_id])
  }
  await inTurns(byHome, 8, async ([householdId, ids]) => {
    for (const part of inParts(ids, 500)) await update(db, of, { _id: { $in: part } }, { $set: { householdId } })
  })
  return documents.length
}
