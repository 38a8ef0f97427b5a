import { gunzipSync, gzipSync } from 'node:zlib'
import { openFile, sealFile } from '#kernel/seal/seal-file'
import { inTurns } from '#store/db/turns'
import { findStaged, noteStaged, saveStaged } from '#store/intake/staged'
import type { Taken } from '../kinds/kind'
import type { DataRow, RowPlace } from '../tables/data-rows'
import { grouped } from '../writing/grouped'
import type { Writing } from '../writing/writing'

/** A warning of a row that was read; `about`: the identity number of whom the row is about. */
export interface ReadWarning {
  at: RowPlace
  about: string | null
  code: string
  message: string
}

/** A chunk of a file between reading and writing. */
export interface Chunk {
  rows: object[]
  warnings: ReadWarning[]
}

type Where = Pick<Writing, 'db' | 'keys' | 'importId'>

/** What is to be remarked on a file: on no row, and on accepted rows by where they stand. */
export interface Remarks {
  ofFile: ReadWarning[]
  ofRows: Map<string, ReadWarning[]>
}

/** What was remarked on rows that were accepted. */
export const remarksOn = (rows: DataRow[]): Remarks['ofRows'] =>
  grouped(
    rows
      .filter(({ faults }) => faults.length === 0)
      .flatMap(({ place, about, warnings }) => warnings.map(({ code, message }) => ({ at: place, about: about ?? null, code, message }))),
    ({ at }) => keyOf(at),
  )

/**
 * Lays the chunks of accepted rows down, sealed, each with what was remarked on its rows; what belongs to no row goes with the first, and
 * what belongs to a row that is in no chunk with the last. Gives how many there are: at least one.
 */
export async function stage(to: Where, chunks: ReturnType<Taken['chunks']>, remarks: Remarks): Promise<number> {
  const left = new Map(remarks.ofRows)
  const last = Math.max(0, chunks.length - 1)
  for (let i = 0; i <= last; i++) {
    const { rows, places } = chunks[i] ?? { rows: [], places: [] }
    const own = i === 0 ? [...remarks.ofFile] : []
    for (const at of left.size > 0 ? places : []) {
      own.push(...(left.get(keyOf(at)) ?? []))
      left.delete(keyOf(at))
    }
    if (i === last) own.push(...[...left.values()].flat())
    await lay(to, i, { rows, warnings: own })
  }
  return last + 1
}

const keyOf = ({ sheet, row }: RowPlace): string => `${row}\n${sheet}`

/** What was laid down, with the notes on its rows. @throws Error when it is not there: the import was cancelled meanwhile. */
export async function staged({ db, keys, importId }: Where, number: number): Promise<Chunk & { notes: string[] }> {
  const part = await findStaged(db, importId, number)
  if (!part) throw new Error(`Part ${number} of an import is gone`)
  const text = gunzipSync(openFile(keys, Buffer.from(part.sealed, 'base64'))).toString()
  return { ...(JSON.parse(text) as Chunk), notes: part.notes ?? [] }
}

/** The rows of each chunk, one chunk at a time. */
export async function* allStaged(to: Where, chunks: number): AsyncGenerator<object[]> {
  for (let i = 0; i < chunks; i++) yield (await staged(to, i)).rows
}

/** Keeps the notes on the rows of each chunk. */
export const note = ({ db, importId }: Where, notes: string[][]): Promise<void> =>
  inTurns(notes.entries(), 3, ([i, own]) => noteStaged(db, importId, i, own))

const lay = ({ db, keys, importId }: Where, number: number, { rows, warnings }: Chunk): Promise<void> =>
  saveStaged(db, importId, number, {
    sealed: sealFile(keys, gzipSync(JSON.stringify({ rows, warnings }), { level: 1 })).toString('base64'),
    notes: null,
  })
