import type { Fen } from '#domain/money/money'
import type { FileKind, ImportResult } from '#contract/intake/actions'
import type { Day, Month } from '#domain/time/dates'
import type { FileVersion, Relation } from '#domain/files/file-versions'
import { collection, index, type Db } from '../db/collection'
import { find } from '../db/read'
import { update } from '../db/write'
import { digested, sealed } from '../db/keyed'

/** One department file taken in. `_id` is the SHA-256 of the file: the same file twice is the same import. */
export interface Import {
  _id: string
  fileName: string
  /** The original, kept as evidence. */
  fileID: string
  kind: FileKind | null
  /**
   * `running` means it was cut off: importing it again finishes it. `undoing`: being taken back; another try finishes that. `undone`:
   * as if it had never been taken in; it may be, again.
   */
  status: 'running' | 'done' | 'refused' | 'undoing' | 'undone'
  /** What became of it; nothing while it is running. */
  result: ImportResult | null
  /** When it was asked for, the last time. */
  at: string
  /** When it was first, since it was last taken back; and when it ended. Whatever ended before it began knew nothing of it. */
  began?: string
  ended?: string
  /** Whose file it is, as it says or somebody said; and the day that it speaks of. */
  agencyId?: string
  spokenOn?: Day
  /** The officer who asked for it; nothing from the terminal. */
  by?: ImportedBy
  /** What it wrote is kept in the journal: it can be taken back. */
  journaled?: true
  /** The journal's days are over. */
  journalGone?: true
  /** The key version it writes under: two at once that differ could not see each other's new people. */
  keyVersion?: string
}
export const imports = collection<Import>('imports', [index('status'), index('kind'), index('agencyId', '-at')])

/** Who asked for an import, or had it taken back; as whom. */
export interface ImportedBy {
  staffId: string
  name: string
  agencyId: string
}

/** The first release kept what became of a file as its `report`, the word for what a villager writes. */
export const bringResultsOver = (db: Db): Promise<number> =>
  update(db, imports, { report: { $exists: true } }, { $rename: { report: 'result' } })

/** An import that began so long ago was cut off: no function may run longer. */
const longestMs = 15 * 60_000

/** Imports that are under way with another key version than this. */
export async function importsUnderOtherKeys(db: Db, keyVersion: string, now: string): Promise<Import[]> {
  const running = await find(db, imports, { status: 'running', at: { $gt: new Date(Date.parse(now) - longestMs).toISOString() } })
  return running.filter((one) => one.keyVersion !== undefined && one.keyVersion !== keyVersion)
}

/**
 * What a file that was taken in speaks of: whose word it is, for which months, which telling of it. Months are judged by these,
 * so that no order of imports matters.
 */
export interface FileSource extends FileVersion {
  /** The import's. */
  _id: string
  kind: FileKind
  fileName: string
  at: string
  /** Rows by month: of a plan the month it is of; of a dividend table its year. A receipt's lines get their months one by one. */
  rows: Record<Month, number>
  /** Of a plan of one month: what it prints as its total, in 分. */
  printedFen?: Fen
  /** Of a receipt: the day on which most of it was paid, the month that it states itself, its lines, and the months it may answer. */
  batch?: { paidOn: Day; stated: Month | null; lines: number; months: Month[] }
  /** Of a ledger of projects: what its rows were about, by number, with their amount in 分; most of them a later ledger replaces. */
  about?: { key: string; fen: Fen }[]
  /**
   * What it was found to be to earlier files, before anything was written: an import done again must not judge by what the
   * first try left.
   */
  decided: Decision[]
}

/** What one file was to an earlier one of the same month (or year, or day). Amounts in 分. */
export interface Decision {
  importId: string
  scope: string
  relation: Relation
  /** True when this file is the later of the two. */
  later: boolean
  added: number
  removed: number
  changed: number
  beforeFen: Fen
  afterFen: Fen
}
export const fileSources = collection<FileSource>('file_sources', [index('kind')])

/** A row as an earlier version of a file said it, sealed: what is no longer so can still be read. */
export interface FormerRow {
  _id: string
  digest: string
  /** The file that said it, and the one that says otherwise. */
  importId: string
  by: string
  of: string
  at: string
  sealed: string
}
export const formerRows = collection<FormerRow>('former_rows', [index('importId'), index('by')], { digest: digested(), sealed: sealed() })
