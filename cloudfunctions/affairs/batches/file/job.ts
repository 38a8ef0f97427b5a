import { createHash } from 'node:crypto'
import {
  addedTotals,
  bankFileName,
  bankHeader,
  bankLine,
  bankTrailer,
  UnwritableField,
  type BankFileLayout,
  type BankTotals,
} from '#domain/money/bank-file'
import { fen, type Fen } from '#domain/money/money'
import { isFrozen } from '#domain/work/batches'
import type { Day } from '#domain/time/dates'
import { Refusal } from '#kernel/call/errors'
import { JobFault, type AtWork, type Chunk, type KindOfJob } from '#kernel/jobs/kind'
import { open } from '#kernel/seal/seal'
import { openFile, sealFile } from '#kernel/seal/seal-file'
import { pageLimit } from '#store/db/collection'
import { find } from '#store/db/read'
import { updateOne } from '#store/db/write'
import { findStaged, removeStaged, saveStaged } from '#store/intake/staged'
import { findBatch } from '#store/money/batch-acts'
import { batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { noneCameMeanwhile } from '../frozen/came-meanwhile'
import { markNew, nothingWaits } from '../frozen/look-again'
import { encodingOf, type Encoding } from './encoding'

interface Input {
  batchId: string
  /** The day that stands in the file. */
  day: Day
}
/** What was approved is looked at once more, then it is written. */
type At = { phase: 'look'; after: number } | { phase: 'write'; after: number; piece: number; so: { lines: number; fen: Fen } }
const fromTheFirst: At = { phase: 'write', after: 0, piece: 0, so: { lines: 0, fen: fen(0) } }
interface Made {
  pieces: number
}

/** Writes a frozen batch as its bank wants it: so many lines are a piece, sealed. What is in it is what was approved, or it is not made. */
export const fileJobBy = (size: number): KindOfJob<Input, At, Made> => ({
  kind: 'batch-file',
  async chunk(on, { id, input: { batchId, day }, cursor }): Promise<Chunk<At, Made>> {
    const batch = await findBatch(on.db, batchId)
    if (!batch || !isFrozen(batch.state)) throw new JobFault('这一批已经不是冻结的了，没有生成文件。')
    const layout = layoutOf(on, batch)
    const at = cursor ?? { phase: 'look', after: 0 }
    if (at.phase === 'look') return { next: await look(on, batch, at.after, size), done: 0, of: batch.totals.lines }
    const { after, piece, so } = at
    const page = await find(on.db, batchLines, { batchId, serial: { $gt: after } }, { order: [['serial', 'asc']], limit: size })
    const now = addedTotals(so, page)
    const isLast = page.length < size
    const { lines, fen: sum } = batch.totals
    if (isLast && (now.lines !== lines || now.fen !== sum))
      throw new JobFault('写出来的笔数或者总额和批准的不一样，所以没有生成文件。请把这一批的名字告诉管理员，先不要交银行。')
    const totals: BankTotals = { count: lines, totalFen: sum, day, month: batch.month, batch: batch.name }
    const { encode, measured } = await encodingOf(layout)
    const text = textOf(on, layout, totals, page, { measured, isFirst: piece === 0, isLast })
    await saveStaged(on.db, id, piece, { sealed: sealFile(on.keys, encode(text)).toString('base64'), notes: null })
    if (!isLast) return { next: { phase: 'write', after: page.at(-1)!.serial!, piece: piece + 1, so: now }, done: now.lines, of: lines }
    const file = { ...now, jobId: id, fileName: bankFileName(layout, totals), pieces: piece + 1, digest: await digestOf(on, id, piece + 1) }
    await updateOne(on.db, batches, { _id: batchId, state: batch.state }, { $set: { file }, $inc: { turn: 1 } })
    return { result: { pieces: piece + 1 } }
  },
  mayCancel: () => true,
  clear: async ({ db }, { id }) => void (await removeStaged(db, id)),
})

/** A page of it, and at its end what waits. The bank's own copy is not asked again. @throws JobFault where a person has to decide first. */
async function look(on: AtWork, batch: Batch, after: number, size: number): Promise<At> {
  const { _id: batchId, state } = batch
  if (state !== 'frozen') return fromTheFirst
  const page = await find(on.db, batchLines, { batchId, state: 'planned', n: { $gt: after } }, { order: [['n', 'asc']], limit: size })
  await markNew(on, batch, page)
  if (page.length === size) return { phase: 'look', after: page.at(-1)!.n }
  try {
    await noneCameMeanwhile(on, batchId)
    await nothingWaits(on, batch)
  } catch (error) {
    throw error instanceof Refusal ? new JobFault(error.message) : error
  }
  return fromTheFirst
}

export function layoutOf({ county }: Pick<AtWork, 'county'>, { bankId }: Pick<Batch, 'bankId'>): BankFileLayout {
  const layout = county.banks.banks.find(({ id }) => id === bankId)?.file
  if (!layout) throw new JobFault('县里还没有写这家银行要的文件格式（banks.json 的 file），做不了报盘文件。请管理员补上。')
  return layout
}

function textOf(
  { keys, county }: AtWork,
  layout: BankFileLayout,
  totals: BankTotals,
  page: readonly BatchLine[],
  { measured, isFirst, isLast }: Pick<Encoding, 'measured'> & { isFirst: boolean; isLast: boolean },
): string {
  const nameOf = new Map(county.programmes.map(({ id, name }) => [id, name]))
  try {
    const lines = page.map(({ serial, cardSealed, accountName, amountFen, programme, period }) => {
      const line = {
        serial: serial!,
        card: open(keys, cardSealed),
        accountName,
        amountFen,
        programme: nameOf.get(programme) ?? programme,
        period,
      }
      return bankLine(layout, line, totals, measured)
    })
    return [isFirst ? bankHeader(layout, totals, measured) : '', ...lines, isLast ? bankTrailer(layout, totals, measured) : ''].join('')
  } catch (error) {
    if (error instanceof UnwritableField) throw new JobFault(`${error.message}要改的，先申请解冻这一批。`)
    throw error
  }
}

/** SM3 of the whole file, read back piece by piece. */
async function digestOf({ db, keys }: AtWork, id: string, pieces: number): Promise<string> {
  const hash = createHash('sm3')
  for (let piece = 0; piece < pieces; piece++) {
    const staged = await findStaged(db, id, piece)
    hash.update(openFile(keys, Buffer.from(staged!.sealed, 'base64')))
  }
  return hash.digest('hex')
}

export const fileJob = fileJobBy(pageLimit)
