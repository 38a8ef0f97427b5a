import type { Keys } from '#kernel/seal/keys'
import { seal } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { inTransaction } from '#store/db/transaction'
import { inParts } from '#store/db/turns'
import { mends, type Mend, type MendedCells } from '#store/intake/mends'
import { quarantine } from '#store/intake/quarantine'

/** So many rows are marked in one transaction. */
const together = 20

/** A mend that was found sound. */
export interface SoundMend extends MendedCells {
  rowId: string
}

/**
 * Keeps mends of rows that are still open, and marks the rows. Of two who mend one row at once one is first: the ids of the rows that
 * somebody else had already are given back.
 */
export async function keepMends(
  { db, keys }: { db: Db; keys: Keys },
  sound: SoundMend[],
  as: Pick<Mend, 'at' | 'by' | 'way'>,
): Promise<Set<string>> {
  const late = new Set<string>()
  for (const part of inParts(sound, together)) {
    const lost = await inTransaction(db, async (transaction) => {
      const others: string[] = []
      for (const { rowId, from, to } of part) {
        const row = await transaction.get(quarantine, rowId)
        if (row?.state !== 'open') {
          others.push(rowId)
          continue
        }
        const _id = `${rowId}/${Number(row.mendId?.split('/')[1] ?? 0) + 1}`
        const { importId, sheet, row: number } = row
        const cellsSealed = seal(keys, JSON.stringify({ from, to } satisfies MendedCells))
        await transaction.set(mends, { _id, importId, sheet, row: number, cellsSealed, ...as })
        await transaction.set(quarantine, { ...row, state: 'given', mendId: _id })
      }
      return others
    })
    for (const id of lost) late.add(id)
  }
  return late
}
