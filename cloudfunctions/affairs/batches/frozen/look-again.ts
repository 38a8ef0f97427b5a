import { refusals } from '#kernel/call/errors'
import type { AtWork } from '#kernel/jobs/kind'
import { findEach, pages } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update, updateOne } from '#store/db/write'
import { batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { onePerson } from '../../persons/one-person'
import { undecided } from '../count-lines'
import { whatIsNew } from '../say'
import { newDoubts } from './new-doubts'
import { sayDoubts } from './nothing-new'

/**
 * Between approval and the bank things happen: a death, an exit, another plan, a receipt. The same rules are asked again before the file is
 * made and before it is handed over. What they find is written on the lines as doubts that wait for a person; lines, accounts and amounts
 * stay as they were approved.
 */
export async function markNew(on: AtWork, batch: Batch, page: readonly BatchLine[]): Promise<void> {
  const found = await newDoubts(on, batch, await onePerson(on.db), page)
  await inTurns([...found], 8, ([{ _id, turn, flags }, fresh]) => {
    const others = flags.filter(({ code }) => !fresh.some((flag) => flag.code === code))
    const now = { flags: [...others, ...fresh].sort((a, b) => a.code.localeCompare(b.code)), decided: null }
    return update(on.db, batchLines, { _id, turn }, { $set: now, $inc: { turn: 1 } })
  })
}

/** Counts what waits, on the batch. @throws Refusal that names the lines, what is new about them, and the two ways there are. */
export async function nothingWaits({ db }: Pick<AtWork, 'db'>, { _id: batchId, undecided: known }: Batch): Promise<void> {
  const waiting = await findEach(db, batchLines, { batchId, ...undecided }, ['n', 'flags'])
  if (waiting.length !== known)
    await updateOne(db, batches, { _id: batchId, state: 'frozen' }, { $set: { undecided: waiting.length }, $inc: { turn: 1 } })
  if (waiting.length === 0) return
  const found = new Map<string, number[]>()
  for (const { n, flags } of waiting) for (const { code } of flags) found.set(code, [...(found.get(code) ?? []), n])
  throw refusals.badInput(`批准以后又查出：${sayDoubts(found)}。${whatIsNew}您写的字还在。`)
}

/** All lines of a frozen batch at once. @throws Refusal as `nothingWaits`. */
export async function lookAgain(on: AtWork, batch: Batch): Promise<void> {
  for await (const page of pages(on.db, batchLines, { batchId: batch._id, state: 'planned' }, { size: 500 })) await markNew(on, batch, page)
  await nothingWaits(on, batch)
}
