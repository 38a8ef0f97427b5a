import { stateAfter } from '#domain/work/transitions'
import { likenessActs } from '#domain/work/likenesses'
import type { Db } from '#store/db/collection'
import { findById, findEach } from '#store/db/read'
import { likenesses, type Joined, type LikenessCase } from '#store/people/likenesses'
import { inTransaction } from '#store/db/transaction'
import { persons } from '#store/people/register'
import { give, recordsToGive } from './join'

/**
 * What came since for somebody who is one with another, and the household that the other has come to since: their records stay together. A
 * register that lists the somebody itself goes first. Done again it finds nothing to do.
 */
export async function keepTogether(db: Db): Promise<void> {
  for (const one of await findEach(db, likenesses, { state: { $in: [stateAfter(likenessActs, 'agree', 'asked'), 'part-asked'] } }))
    if (one.joined) await keepOneTogether(db, one, one.joined)
}

async function keepOneTogether(db: Db, { _id }: LikenessCase, { keptId, otherId, was, homes }: Joined): Promise<void> {
  const [kept, other] = await Promise.all([findById(db, persons, keptId), findById(db, persons, otherId)])
  const home = kept?.householdId ?? null
  if (!other || home === null || home === was || (other.onRegister && other.householdId !== home)) return
  const records = await recordsToGive(db, otherId, [was])
  if (other.householdId === home && records.every(({ ids }) => ids.length === 0)) return
  await inTransaction(db, async (transaction) => {
    const [pair, now] = [await transaction.get(likenesses, _id), await transaction.get(persons, otherId)]
    if (!pair?.joined || now?.sameAs !== keptId) return
    await transaction.set(persons, { ...now, householdId: home })
    await give(transaction, records, was, home)
    if (!homes.includes(home)) await transaction.set(likenesses, { ...pair, joined: { ...pair.joined, homes: [...homes, home] } })
  })
}
