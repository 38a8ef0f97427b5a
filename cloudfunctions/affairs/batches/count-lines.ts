import { fen, type Fen } from '#domain/money/money'
import type { LineState } from '#domain/work/batch-lines'
import type { Db, Filter } from '#store/db/collection'
import { aggregate } from '#store/db/read'
import { batchLines } from '#store/money/batches'

interface Counted<Key> {
  _id: Key
  lines: number
  fen: Fen
}

const sums = { lines: { $sum: 1 }, fen: { $sum: '$amountFen' } }

/** Lines and amounts, in 分, by a field of theirs. */
const countedBy = <Key>(db: Db, filter: Filter, by: unknown): Promise<Counted<Key>[]> =>
  aggregate<Counted<Key>>(db, batchLines, [{ $match: filter }, { $group: { _id: by, ...sums } }])

export const byState = (db: Db, filter: Filter) => countedBy<LineState>(db, filter, '$state')
export const byTown = (db: Db, filter: Filter) => countedBy<string>(db, filter, '$townCode')
export const byProgramme = (db: Db, filter: Filter) => countedBy<string>(db, filter, '$programme')

/** All that match. */
export async function countLines(db: Db, filter: Filter): Promise<{ lines: number; fen: Fen }> {
  const [all] = await countedBy<null>(db, filter, null)
  return all ? { lines: all.lines, fen: all.fen } : { lines: 0, fen: fen(0) }
}

/** Flagged, and nobody has said anything: what keeps a batch from being submitted. */
export const undecided: Filter = { 'flags.0': { $exists: true }, decided: null }

/** How many lines each doubt stands on, and how many of those wait for a person. */
export async function byFlag(db: Db, filter: Filter): Promise<{ code: string; lines: number; undecided: number }[]> {
  const found = await aggregate<{ _id: string; lines: number; undecided: number }>(db, batchLines, [
    { $match: { ...filter, 'flags.0': { $exists: true } } },
    { $unwind: '$flags' },
    { $group: { _id: '$flags.code', lines: { $sum: 1 }, undecided: { $sum: { $cond: [{ $eq: ['$decided', null] }, 1, 0] } } } },
  ])
  return found.map(({ _id: code, ...counts }) => ({ code, ...counts })).sort((a, b) => a.code.localeCompare(b.code))
}

/** What would go to the bank. */
export const goingOut = async (db: Db, batchId: string) => countLines(db, { batchId, state: 'planned' })
