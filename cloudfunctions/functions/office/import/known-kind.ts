import { FileFault, type Sheet } from './files/sheet'
import type { KindOfFile } from './kind'
import { kindsOfFile } from './kinds/all'
import { findTable, type Table } from './tables/find-table'

/** Which kind of file this is, by its headings, and its sheets as that kind's tables. */
export interface Recognised { kind: KindOfFile; tables: Table[]; unread: Sheet[] }

/** @throws FileFault when no sheet has the headings of any kind. */
export function recognise(sheets: Sheet[]): Recognised {
  const filled = sheets.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell !== null)))
  if (filled.length === 0) throw new FileFault('表里一个字也没有。请让报送单位重新发一份，再导入。')
  const candidates = kindsOfFile.map((kind) => {
    const tables = filled.flatMap((sheet) => findTable(sheet, kind.columns) ?? [])
    return { kind, tables, columns: Math.max(0, ...tables.map(({ at }) => at.size)) }
  })
  const best = candidates.reduce((most, candidate) => (candidate.tables.length > 0 && candidate.columns > most.columns ? candidate : most))
  if (best.tables.length === 0) throw new FileFault(`没有认出这是哪一种表，所以一行也没有导入。现在能收：${kindsOfFile.map(({ label }) => label).join('、')}。请核对表头后再导入。`)
  const read = new Set(best.tables.map(({ sheet }) => sheet))
  return { kind: best.kind, tables: best.tables, unread: filled.filter(({ name }) => !read.has(name)) }
}
