import { sumFen, type Fen } from '#domain/money/money'
import { isComparable, isLater, relate } from '#domain/files/file-versions'
import { findIn } from '#store/db/collection'
import { fileSources, type Decision, type FileSource } from '#store/intake/intake'
import { FileFault } from '../reading/sheet'
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

/** How a file's rows stand to those that were there. */
export interface Standings {
  /** By row: the stored document that is about the same. */
  same: (StoredClaim | undefined)[]
  /** By row: false where a later version of the file says otherwise. */
  stands: boolean[]
  /** Stored rows that this file, a later version of theirs, no longer has. */
  gone: StoredClaim[]
  /** By row: a file beside this one that has the row too. */
  also: (string | undefined)[]
  decisions: Decision[]
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
 * Compares a file's rows of one scope (a month, a year, a day) with those of earlier files of its kind: which of them are another
 * version of it, and which of the two holds. Nothing is written. `before` is what the first try of the same import had found.
 * @throws FileFault when nobody can tell whether it corrects an earlier file or adds to it.
 */
export async function standingsOf(
  { db, importId }: Writing,
  source: FileSource,
  scope: string,
  mine: Claim[],
  there: StoredClaim[],
  before: Decision[],
): Promise<Standings> {
  const byFile = new Map<string, StoredClaim[]>()
  for (const row of there) byFile.set(row.importId, [...(byFile.get(row.importId) ?? []), row])
  const others = await findIn(db, fileSources, '_id', [...byFile.keys(), ...before.map((one) => one.importId)])
  const at = new Map(mine.map((row, i) => [row.key, i]))
  const result: Standings = {
    same: mine.map(() => undefined),
    stands: mine.map(() => true),
    gone: [],
    also: mine.map(() => undefined),
    decisions: [],
  }
  for (const row of byFile.get(importId) ?? []) takeOver(result, at, row)
  for (const other of others.filter(({ _id }) => _id !== importId)) {
    const rows = byFile.get(other._id) ?? []
    const known = before.find((one) => one.importId === other._id && one.scope === scope)
    const decision = known ?? decide(source, other, scope, at, mine, rows)
    if (!decision) for (const { key } of rows) noteAlso(result, at.get(key), other.fileName)
    else {
      result.decisions.push(decision)
      apply(result, decision, other, at, rows)
    }
  }
  return result
}

function decide(
  source: FileSource,
  other: FileSource,
  scope: string,
  at: Map<string, number>,
  mine: Claim[],
  theirs: StoredClaim[],
): Decision | undefined {
  const common = theirs.filter(({ key }) => at.has(key))
  if (common.length === 0 || !isComparable(source, other)) return undefined
  const relation = relate(source, other, common.length, mine.length, theirs.length)
  if (relation === 'unsure') throw unsure(other.fileName, common.length)
  const whole = relation === 'version'
  const later = isLater(source, other, true)
  const sum = (rows: Claim[]) => sumFen(rows.map(({ fen }) => fen))
  const [own, former] = whole ? [mine, theirs] : [common.map(({ key }) => mine[at.get(key)!]!), common]
  const changed = common.filter(
    ({ key, fen, content }) => mine[at.get(key)!]!.fen !== fen || mine[at.get(key)!]!.content !== content,
  ).length
  return {
    importId: other._id,
    scope,
    relation,
    later,
    changed,
    added: whole ? mine.length - common.length : 0,
    removed: whole ? theirs.length - common.length : 0,
    beforeFen: sum(former),
    afterFen: sum(own),
  }
}

function apply(result: Standings, { relation, later }: Decision, other: FileSource, at: Map<string, number>, rows: StoredClaim[]): void {
  if (relation === 'version' && !later) result.stands.fill(false)
  for (const row of rows) {
    const i = at.get(row.key)
    if (relation === 'beside') noteAlso(result, i, other.fileName)
    else if (i !== undefined) {
      takeOver(result, at, row)
      if (!later) result.stands[i] = false
    } else if (relation === 'version' && later) result.gone.push(row)
  }
}

function takeOver(result: Standings, at: Map<string, number>, row: StoredClaim): void {
  const i = at.get(row.key)
  if (i === undefined) result.gone.push(row)
  else result.same[i] ??= row
}

const noteAlso = (result: Standings, i: number | undefined, fileName: string): void =>
  void (i !== undefined && (result.also[i] = `《${fileName}》`))

const unsure = (fileName: string, rows: number) =>
  new FileFault(
    `这份表有 ${rows} 行和以前导入的《${fileName}》是同一个人、同一笔钱，看不出是更正还是另发一笔，所以一行也没有导入。如果是改正那几行，请在文件名里写上“更正”；如果是另外再发，请写上“补发”或“第二批”，再导入。`,
  )
