import { FileFault } from '../reading/sheet'
import type { RowPlace } from './data-rows'

/**
 * Two sheets that say the same of the same people (`keyOf`), of other amounts, are two versions of one: nobody can tell which holds.
 * @throws FileFault then.
 */
export function refuseTwoVersions<Row extends { at: RowPlace }>(rows: Row[], keyOf: (row: Row) => string): void {
  if (rows.every(({ at }) => at.sheet === rows[0]!.at.sheet)) return
  const keysOf = new Map<string, Set<string>>()
  for (const row of rows) keysOf.set(row.at.sheet, (keysOf.get(row.at.sheet) ?? new Set()).add(keyOf(row)))
  const sheets = [...keysOf]
  sheets.forEach(([sheet, keys], i) =>
    sheets.slice(i + 1).forEach(([other, others]) => {
      const common = [...keys].filter((key) => others.has(key)).length
      if (common > 0 && common * 2 >= Math.max(keys.size, others.size)) {
        throw new FileFault(
          `工作表“${sheet}”和“${other}”写的是同一批人、同一笔钱，内容却不一样，不知道以哪一张为准，所以一行也没有导入。请只留一张，再导入。`,
        )
      }
    }),
  )
}
