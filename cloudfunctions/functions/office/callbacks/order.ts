import { createHash } from 'node:crypto'
import { mac, type Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import { pages } from '#store/db/read'
import { batchLines, type Batch } from '#store/money/batches'

/**
 * What an order follows from, that nobody can choose or foresee: HMAC-SM3, under the county's key, of the batch and of the file that the
 * bank was given. Whoever made the batch does not know the key, and whoever draws cannot draw again for another order.
 */
export const seedOf = (keys: Keys, { _id, fileDigest, handedOn }: Batch): string =>
  mac(keys, 'draw', JSON.stringify([_id, fileDigest, handedOn])).toString('hex')

/** The first `count` of a batch's credited lines, in the order that the seed makes; page by page, so many are held. */
export async function drawFrom(db: Db, batchId: string, seed: string, count: number): Promise<string[]> {
  let first: { id: string; place: string }[] = []
  for await (const page of pages(db, batchLines, { batchId, state: 'credited' }, { fields: ['_id'] })) {
    const placed = page.map(({ _id }) => ({ id: _id, place: placeOf(seed, _id) }))
    first = [...first, ...placed].sort((a, b) => (a.place < b.place ? -1 : 1)).slice(0, count)
  }
  return first.map(({ id }) => id)
}

const placeOf = (seed: string, lineId: string): string => createHash('sm3').update(`${seed}/${lineId}`).digest('hex')
