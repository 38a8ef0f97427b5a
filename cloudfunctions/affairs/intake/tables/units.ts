import { declaredUnit, unitIn, type Unit } from '#domain/money/amounts'
import { textOf } from '#domain/files/cells'
import { Asking } from '../asking'
import { FileFault } from '../reading/sheet'
import type { Table } from './find-table'

const known = new WeakMap<Table, Map<string, Unit>>()

/**
 * What the amounts of a column are counted in: its heading says so, or the heading above it, or else somebody who was asked, or a line
 * of the sheet (first line, note, title, trailer), its name, or the file's name. 元 when nobody says anything.
 * @throws FileFault when two of them say different things: a guess would be a hundred times too much or too little.
 */
export function unitOfColumn(table: Table, key: string): Unit {
  const units = known.get(table) ?? new Map<string, Unit>()
  known.set(table, units)
  const there = units.get(key)
  if (there) return there
  const heading = table.headings.get(key) ?? ''
  const own = unitIn(heading) ?? table.groups.get(key)?.map(unitIn).filter(Boolean).at(-1)
  if (own && table.unit && own !== table.unit)
    throw new FileFault(
      `工作表“${table.sheet}”的“${heading}”写着${own}，和指定的${table.unit}不一样，所以一行也没有导入。请改正表头或改正指定的单位，再导入。`,
    )
  const unit = own ?? table.unit ?? unitOfTable(table)
  units.set(key, unit)
  return unit
}

/** What a table says of its amounts as a whole. @throws Asking when its lines say different things. */
export function unitOfTable(table: Table): Unit {
  const lines = [...table.title, ...linesBelow(table)]
  for (const read of [declaredUnit, unitIn]) {
    const found = [...new Set(lines.flatMap((line) => read(line) ?? []))]
    if (found.length > 1)
      throw new Asking('', [
        {
          id: 'unit',
          about: 'unit',
          sheet: table.sheet,
          words: `工作表“${table.sheet}”的金额单位写了${found.map((unit) => `“${unit}”`).join('，又写了')}，是哪一个`,
          choices: found.map((unit) => ({ value: unit, label: unit })),
        },
      ])
    if (found[0]) return found[0]
  }
  return unitIn(table.sheet) ?? unitIn(lastWords(table.sheet)) ?? '元'
}

/** 10月_百元 */
const lastWords = (name: string): string => name.split(/[\s_\-—]+/).at(-1) ?? ''

/** Lines below the data in which a unit may stand: texts only, no cell with a long number in its row. */
function linesBelow({ body }: Table): string[] {
  return body
    .slice(-12)
    .filter(({ cells }) => !cells.some((cell) => /\d{15}/.test(textOf(cell))))
    .flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'string' ? [textOf(cell)] : [])))
}
