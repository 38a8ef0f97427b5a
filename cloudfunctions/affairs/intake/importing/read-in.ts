import type { ImportResult } from '#contract/intake/actions'
import type { AtWork, Chunk } from '#kernel/jobs/kind'
import { unreadIn } from '../keeping/findings'
import { markRunning } from '../keeping/one-key'
import { keepRefused, placeKey } from '../keeping/refused'
import type { Read } from '../keeping/result'
import { remarksOn, stage } from '../keeping/staging'
import { understand, type UnderstoodOriginal } from '../understand'
import type { At, Importing } from './importing'
import { recordOf } from './record'

/** Reads the whole file and lays its rows down; of what is there already nothing changes. */
export async function readIn(on: AtWork, id: string, input: Importing, chunkRows: number): Promise<Chunk<At, ImportResult>> {
  const { chunks, remarks, ...found } = await keepApart(on, id, input, chunkRows, await understand(on, id, input))
  const laid = await stage({ ...on, importId: id }, chunks, remarks)
  await markRunning(on.db, {
    ...recordOf(on, id, input),
    kind: found.read.kind,
    spokenOn: found.spokenOn,
    ...(found.agencyId && { agencyId: found.agencyId }),
  })
  return { next: { phase: 'prepare', ...found, chunks: laid, next: 0, added: 0, changed: 0 }, done: 0, of: found.read.rows }
}

/**
 * Keeps the refused rows of a file, and gives what else is wanted of it: the file's sheets and its rows without a remark are let go of
 * here, before the first of them is laid down.
 * @throws FileFault when the database shows that the file is not what it seems.
 */
async function keepApart(
  on: AtWork,
  id: string,
  input: Importing,
  chunkRows: number,
  { kind, taken, unread, until, stated, agency, laid }: UnderstoodOriginal,
) {
  const { rows, amountFen, told } = taken
  const agencyId = on.county.agencies.some((one) => one.id === agency) ? agency : null
  await taken.doubt(on)
  const of = {
    ...{ kind: kind.kind, agencyId, on: input.again?.on ?? input.today },
    laid: new Map(laid.map((one) => [placeKey(one.sheet, one.row), one.id])),
  }
  const quarantined = await keepRefused({ ...on, importId: id }, of, rows)
  const read: Read = { kind: kind.kind, rows: rows.length, quarantined, amountFen }
  const remarks = { ofFile: unreadIn(rows, unread), ofRows: remarksOn(rows) }
  return { read, told, spokenOn: until, stated, agencyId, chunks: taken.chunks(chunkRows), remarks }
}
