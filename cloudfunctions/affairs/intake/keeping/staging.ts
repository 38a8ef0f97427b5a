import { gunzipSync, gzipSync } from 'node:zlib'
import { openFile, sealFile } from '#kernel/seal/seal-file'
import { findStaged, saveStaged } from '#store/intake/staged'
import type { Taken } from '../kinds/kind'
import type { DataRow, RowPlace } from '../tables/data-rows'
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

/**
 * Lays the accepted rows down in chunks of so many or a few more, sealed, each with what was remarked on its rows; what belongs to no row
 * goes with the first.
 * Gives how many chunks there are.
 */
export async function stage(to: Where, taken: Taken, others: ReadWarning[], chunkRows: number): Promise<number> {
  const chunks = taken.chunks(chunkRows)
  const warnings: ReadWarning[][] = Array.from({ length: Math.max(1, chunks.length) }, () => [])
  warnings[0]!.push(...others)
  const remarked = taken.rows.filter((row) => row.faults.length === 0 && row.warnings.length > 0)
  const wanted = new Set(remarked.map(({ place }) => keyOf(place)))
  const chunkOf = new Map<string, number>()
  for (const [i, { places }] of chunks.entries()) for (const at of places) if (wanted.has(keyOf(at))) chunkOf.set(keyOf(at), i)
  for (const row of remarked) warnings[chunkOf.get(keyOf(row.place)) ?? 0]!.push(...warningsOf(row))
  for (const [i, own] of warnings.entries()) await seal(to, i, { rows: chunks[i]?.rows ?? [], warnings: own }, null)
  return warnings.length
}

const keyOf = ({ sheet, row }: RowPlace): string => `${row}\n${sheet}`

const warningsOf = ({ place, about, warnings }: DataRow): ReadWarning[] =>
  warnings.map(({ code, message }) => ({ at: place, about: about ?? null, code, message }))

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
export async function note(to: Where, notes: string[][]): Promise<void> {
  for (const [i, own] of notes.entries()) await seal(to, i, await staged(to, i), own)
}

const seal = ({ db, keys, importId }: Where, number: number, { rows, warnings }: Chunk, notes: string[] | null): Promise<void> =>
  saveStaged(db, importId, number, {
    sealed: sealFile(keys, gzipSync(JSON.stringify({ rows, warnings }), { level: 1 })).toString('base64'),
    notes,
  })
