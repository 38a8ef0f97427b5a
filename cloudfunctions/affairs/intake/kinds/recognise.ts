import type { County } from '#domain/county/county'
import type { Directed } from '#store/intake/directions'
import { FileFault, type Sheet } from '../reading/sheet'
import { limitOf } from '../tables/limit'
import type { KindOfFile } from './kind'
import { kindsOfFile } from './all'
import type { ColumnSpecs } from '../tables/columns'
import { findTables, nearness, type Table } from '../tables/find-table'
import { vocabularyOf, type Vocabulary } from '../tables/vocabulary'

/** Which kind of file this is, by its headings, and its sheets as that kind's tables. */
export interface Recognised {
  kind: KindOfFile
  tables: Table[]
  unread: Sheet[]
}

/** What people said goes before what the headings say. @throws FileFault when no sheet has the headings of any kind. */
export function recognise(
  sheets: Sheet[],
  county: County,
  fileName: string,
  { kind: said, unit, columns: told = [] }: Partial<Directed> = {},
): Recognised {
  const filled = sheets.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell !== null)))
  if (filled.length === 0) throw new FileFault('表里一个字也没有。请让报送单位重新发一份，再导入。')
  const words = vocabularyOf(county.columns)
  const candidates = kindsOfFile
    .filter(({ kind }) => kind === (said ?? kind))
    .map((kind) => {
      const specs = words.specsOf(kind.kind, kind.columns)
      const tables = filled
        .flatMap((sheet) => findTables(sheet, specs, words, limitOf(county, kind.largest), told))
        .map((table) => ({ ...table, ...(unit && { unit }) }))
      return { kind, specs, tables, columns: Math.max(0, ...tables.map(({ at }) => at.size)) }
    })
  const able = candidates.filter(({ kind, tables }) => tables.length > 0 && (said !== undefined || (kind.isThis?.(tables) ?? true)))
  const marked = able.filter(({ kind }) => kind.isThis)
  const best = (marked.length > 0 ? marked : able).reduce<(typeof able)[number] | undefined>(
    (most, one) => (one.columns > (most?.columns ?? 0) ? one : most),
    undefined,
  )
  if (!best) {
    for (const { kind } of candidates) {
      const tables = kind.withoutHeadings?.(filled, county, fileName)
      if (tables) return { kind, tables, unread: unreadOf(filled, tables) }
    }
    throw new FileFault(
      `没有认出这是哪一种表，所以一行也没有导入。${nearest(filled, candidates, words, told)}现在能收：${kindsOfFile.map(({ label }) => label).join('、')}。请核对表头后再导入。`,
    )
  }
  return { kind: best.kind, tables: best.tables, unread: unreadOf(filled, best.tables) }
}

const unreadOf = (sheets: Sheet[], tables: Table[]): Sheet[] => sheets.filter(({ name }) => !tables.some(({ sheet }) => sheet === name))

/** 最像一卡通发放计划，但没有找到“卡号”这一列: what an officer can mend. */
function nearest(
  sheets: Sheet[],
  candidates: { kind: KindOfFile; specs: ColumnSpecs }[],
  words: Vocabulary,
  told: Directed['columns'],
): string {
  const near = sheets
    .flatMap((sheet) => candidates.map(({ kind, specs }) => ({ kind, specs, ...nearness(sheet, specs, words, told) })))
    .filter(({ placed, missing }) => placed >= 3 && missing.length <= 3)
    .sort((a, b) => a.missing.length - b.missing.length || b.placed - a.placed)[0]
  if (!near) return ''
  const missing = near.missing.map(
    (key) => near.specs[key]!.names.find(({ own, below }) => typeof own === 'string' && below === '')?.own as string,
  )
  return `最像${near.kind.label}，但没有找到“${missing.join('”“')}”这样的列；表头写的是：${near.headings
    .map(({ text }) => text)
    .filter(Boolean)
    .slice(0, 30)
    .join('、')}。`
}
