import type { ImportResult } from '#contract/intake/actions'
import type { Day } from '#domain/time/dates'
import { now } from '#kernel/call/clock'
import { JobFault, type AtWork, type Chunk, type KindOfJob } from '#kernel/jobs/kind'
import type { Collection, Stored } from '#store/db/collection'
import { findById } from '#store/db/read'
import { remove, replace } from '#store/db/write'
import { imports, type Import, type ImportedBy } from '#store/intake/intake'
import { mends } from '#store/intake/mends'
import { quarantine, refusedTables, warnings } from '#store/intake/quarantine'
import { removeStaged } from '#store/intake/staged'
import { watchRefused } from '../alerts/refused-watch'
import { Asking } from './asking'
import { countWarnings, keepSeenLate, keepWarnings, unreadIn } from './keeping/findings'
import { endLives } from './keeping/life'
import { hasNewestKey, markRunning } from './keeping/one-key'
import { keepRefused, placeKey } from './keeping/refused'
import { resultOf, type Read } from './keeping/result'
import { allStaged, note, remarksOn, stage, staged } from './keeping/staging'
import { kindsOfFile } from './kinds/all'
import type { KindOfFile } from './kinds/kind'
import { giveBack } from './mending/give-back'
import { ReturnedFile } from './mending/read-back'
import { takeBack } from './mending/take-back'
import { FileFault } from './reading/sheet'
import { keepNamed, withJournal } from './undoing/journal'
import { understand, type UnderstoodOriginal } from './understand'
import { keepStated } from './writing/stated'
import type { Writing } from './writing/writing'

/** A file to be taken in; its original lies in storage, sealed. */
export interface Importing {
  fileName: string
  fileID: string
  /** When it was asked for: a chunk that is done again must write the same. */
  at: string
  today: Day
  /** An earlier try failed when it had begun to write. */
  begun?: true
  /** It is in already, and read once more with what people said since; on that day, with what it came to before. */
  again?: { on: Day; added: number; changed: number }
  /** Which officer asked for it, and whose file it is; nothing from the terminal. */
  by?: ImportedBy
  agencyId?: string
}

/** The file is read; next it is looked at as a whole, then written chunk by chunk, then what follows from the whole is done. */
interface At {
  phase: 'prepare' | 'write' | 'finish'
  read: Read
  told: object
  spokenOn: Day
  /** Whether it states that day itself. */
  stated?: boolean
  /** Who answers for the file. */
  agencyId: string | null
  chunks: number
  next: number
  added: number
  changed: number
}

interface Counts {
  added: number
  changed: number
}

interface Work {
  id: string
  input: Importing
  cursor: At
  /** On a database on which nothing lasts: no journal is kept. */
  rehearsed: boolean
}

/**
 * Takes in one department file: every row is accepted or quarantined, and nothing is written before all of it is read. So many rows
 * are written together, or a few more; each that is changed is kept as it was, so that the import can be taken back.
 */
export const importingBy = (chunkRows: number, { rehearsed = false } = {}): KindOfJob<Importing, At, ImportResult> => ({
  kind: 'import',
  async chunk(on, { id, input, cursor }) {
    await hasNewestKey(on)
    try {
      if (!cursor) return await read(on, id, input, chunkRows)
      return await phases[cursor.phase](on, { id, input, cursor, rehearsed })
    } catch (error) {
      if (error instanceof ReturnedFile) return { result: await end(on, id, input, await takeBack(on, id, input, error.rows)) }
      if (!(error instanceof FileFault)) throw error
      // What is in stays in: only that it cannot be read again is said.
      if (input.again) throw new JobFault(error.message)
      return { result: await end(on, id, input, resultOf({ _id: id, fileName: input.fileName }, refusalOf(error))) }
    }
  },
  mayCancel: (job) => !hasWritten(job),
  async clear({ db, files }, { id, input }) {
    await removeStaged(db, id)
    if (input.again) return giveBack(db, id)
    for (const kept of [quarantine, warnings, refusedTables, mends] as Collection<Stored & { importId: string }>[])
      await remove(db, kept, { importId: id })
    await remove(db, imports, { _id: id, status: 'running' })
    await files.remove(input.fileID)
  },
})

/** Whether rows of it may be written, by this try or an earlier one that failed. */
export const hasWritten = ({ input, cursor }: { input: Importing; cursor: At | null }): boolean =>
  input.begun === true || (cursor !== null && cursor.phase !== 'prepare')

export const importing = importingBy(2000)

/** Reads the whole file and lays its rows down; of what is there already nothing changes. */
async function read(on: AtWork, id: string, input: Importing, chunkRows: number): Promise<Chunk<At, ImportResult>> {
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

const phases = {
  async prepare(on: AtWork, work: Work): Promise<Chunk<At, ImportResult>> {
    const { cursor } = work
    const to = writing(on, work)
    const notes = await kindOf(cursor).prepare(to, cursor.told, () => allStaged(to, cursor.chunks))
    if (notes) await note(to, notes)
    return { next: { ...cursor, phase: 'write' }, done: 0, of: cursor.read.rows }
  },

  async write(on: AtWork, work: Work): Promise<Chunk<At, ImportResult>> {
    const { id, cursor } = work
    const to = writing(on, work)
    const { rows, notes, warnings: remarked } = await staged(to, cursor.next)
    const kind = kindOf(cursor)
    const written = await kind.write(to, cursor.told, rows, notes)
    const { personIds, added, changed } = written
    await keepStated(to, kind.kind, kind.says(rows), written)
    if (!work.rehearsed) await keepNamed(on, id, [...personIds.values()], work.input.again !== undefined)
    await keepWarnings({ ...to, agencyId: cursor.agencyId }, remarked, personIds)
    const next = cursor.next + 1
    return {
      next: { ...cursor, ...plus(cursor, { added, changed }), phase: next < cursor.chunks ? 'write' : 'finish', next },
      done: Math.floor((cursor.read.rows * next) / cursor.chunks),
      of: cursor.read.rows,
    }
  },

  async finish(on: AtWork, work: Work): Promise<Chunk<At, ImportResult>> {
    const { id, input, cursor } = work
    const to = writing(on, work)
    const { versions, ...counts } = await kindOf(cursor).finish(to, cursor.told)
    const outcome = {
      ...cursor.read,
      ...plus(plus(cursor, counts), input.again),
      warned: await countWarnings(to),
      ...(versions && { versions }),
    }
    await endLives(to, input.again?.on ?? input.today)
    const result = await end(on, id, input, resultOf({ _id: id, fileName: input.fileName }, outcome))
    if (!work.rehearsed) await watchRefused(on, id)
    return { result }
  },
}

/** Why a file is not taken in, with what is asked where answers would mend it. */
const refusalOf = (fault: FileFault): Pick<ImportResult, 'questions'> & { refused: string } => ({
  refused: fault.message,
  ...(fault instanceof Asking && { questions: fault.questions }),
})

const plus = (cursor: Counts, { added, changed }: Counts = { added: 0, changed: 0 }): Counts => ({
  added: cursor.added + added,
  changed: cursor.changed + changed,
})

/** Keeps what became of the file. Documents that a killed worker had written count as there already when its chunk is done again. */
async function end(on: AtWork, id: string, input: Importing, result: ImportResult): Promise<ImportResult> {
  const status = result.refused === undefined ? 'done' : 'refused'
  const there = await findById(on.db, imports, id)
  const record = { ...recordOf(on, id, input), ...saidOf(there) }
  await replace(on.db, imports, {
    ...record,
    ...(there && there.status !== 'undone' && { began: there.began ?? there.at }),
    ...{ kind: result.kind ?? null, status, result, ended: now().iso },
  })
  await removeStaged(on.db, id)
  return result
}

/** What reading the file told. */
const saidOf = (there: Import | undefined) => ({
  ...(there?.agencyId !== undefined && { agencyId: there.agencyId }),
  ...(there?.spokenOn !== undefined && { spokenOn: there.spokenOn }),
})

/** An import under way. */
export const recordOf = ({ keys }: Pick<AtWork, 'keys'>, _id: string, { fileName, fileID, at, by, agencyId }: Importing): Import => ({
  ...{ _id, fileName, fileID, at, began: at, kind: null, status: 'running', result: null },
  ...{ ...(by && { by }), ...(agencyId !== undefined && { agencyId }), journaled: true as const },
  keyVersion: keys.newest,
})

function writing({ db, keys }: AtWork, { id: importId, input, cursor: { spokenOn, stated, agencyId }, rehearsed }: Work): Writing {
  const { at, today } = input
  const to = { db: rehearsed ? db : withJournal({ db, keys }, importId), keys, importId, agencyId }
  const days = { today, spokenOn, statedOn: stated ? spokenOn : null }
  return { ...to, importedAt: at, ...days, warn: (seen) => keepSeenLate({ ...to, today }, seen) }
}

const kindOf = ({ read: { kind } }: At): KindOfFile => kindsOfFile.find((one) => one.kind === kind)!
