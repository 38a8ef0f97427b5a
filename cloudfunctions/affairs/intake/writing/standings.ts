import type { Fen } from '#domain/money/money'
import { findIn } from '#store/db/read'
import { fileSources, type Decision, type FileSource } from '#store/intake/intake'
import { grouped } from './grouped'
import type { Writing } from './writing'

/** A row by what it is about (`key`: person, programme, period, n-th of them), its amount in 分, and all that it says. */
export interface Claim {
  key: string
  fen: Fen
  content: string
}
export interface StoredClaim extends Claim {
  _id: string
  importId: string
}

/** How some rows of a file stand to those that were there. */
export interface Standings {
  /** By row: the stored document that is about the same. */
  same: (StoredClaim | undefined)[]
  /** By row: false where a later version of the file says otherwise. */
  stands: boolean[]
  /** By row: a file beside this one that has the row too. */
  also: (string | undefined)[]
}

/** Numbers rows that are about the same: two in one file are two. In the order of the rows. */
export function numbered<T extends { key: string }>(rows: T[]): T[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const n = (seen.get(row.key) ?? 0) + 1
    seen.set(row.key, n)
    return n === 1 ? row : { ...row, key: `${row.key}#${n}` }
  })
}

/**
 * How some of a file's rows of one scope stand to those that are there, all that belongs together on both sides. Which files are
 * versions of it was decided over the whole (`decideVersions`), and stands in `source`.
 */
export async function standingsOf(
  { db, importId }: Writing,
  source: FileSource,
  scope: string,
  mine: Pick<Claim, 'key'>[],
  there: StoredClaim[],
): Promise<Standings> {
  const byFile = filesOf(there)
  const decided = source.decided.filter((one) => one.scope === scope)
  const others = await findIn(db, fileSources, '_id', [...byFile.keys(), ...decided.map((one) => one.importId)], ['fileName'])
  const at = new Map(mine.map((row, i) => [row.key, i]))
  const result: Standings = { same: mine.map(() => undefined), stands: mine.map(() => true), also: mine.map(() => undefined) }
  for (const row of byFile.get(importId) ?? []) takeOver(result, at, row)
  for (const other of others.filter(({ _id }) => _id !== importId)) {
    const rows = byFile.get(other._id) ?? []
    const decision = decided.find((one) => one.importId === other._id)
    if (!decision) for (const { key } of rows) noteAlso(result, at.get(key), other.fileName)
    else apply(result, decision, other.fileName, at, rows)
  }
  return result
}

export const filesOf = (rows: StoredClaim[]): Map<string, StoredClaim[]> => grouped(rows, ({ importId }) => importId)

function apply(result: Standings, { relation, later }: Decision, fileName: string, at: Map<string, number>, rows: StoredClaim[]): void {
  if (relation === 'version' && !later) result.stands.fill(false)
  for (const row of rows) {
    const i = at.get(row.key)
    if (relation === 'beside') noteAlso(result, i, fileName)
    else if (i !== undefined) {
      takeOver(result, at, row)
      if (!later) result.stands[i] = false
    }
  }
}

function takeOver({ same }: Standings, at: Map<string, number>, row: StoredClaim): void {
  const i = at.get(row.key)
  if (i !== undefined) same[i] ??= row
}

const noteAlso = (result: Standings, i: number | undefined, fileName: string): void =>
  void (i !== undefined && (result.also[i] = `《${fileName}》`))
