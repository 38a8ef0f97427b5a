import { readAmount, unitIn, type Unit } from '#domain/money/amounts'
import { compactOf, type Cell } from '#domain/files/cells'
import { fen, sumFen, yuan, type Fen } from '#domain/money/money'
import type { DataRow } from '../../tables/data-rows'
import type { Table } from '../../tables/find-table'
import { isTotalLine } from '../../tables/footers'
import { unitOfColumn } from '../../tables/units'
import type { ReceiptRow } from './rows'

/** How many rows and 分, of all, of those that came, of the others. */
type Sums = Record<'all' | 'came' | 'others', { count: number; fen: Fen }>

/**
 * Remarks on lines of totals that the rows above them contradict: a receipt that was cut short says so itself. Whatever of the rows a
 * total may count is tried: all of them, those up to there, those since the total before; the same row twice counts once for us, and
 * twice for whoever added up. A table with a row that could not be read is not compared: its sums are not known.
 */
export function compareTotals(tables: readonly Table[], read: ReadonlyMap<DataRow, ReceiptRow>): void {
  for (const table of tables) {
    const own = [...read].filter(([row]) => row.table === table)
    if (own.length === 0 || own.some(([row]) => row.faults.length > 0)) continue
    const lineOf = new Map(own.map((one) => [one[0].number, one]))
    const totals = table.body.filter(({ number, cells }) => !lineOf.has(number) && isTotalLine(cells))
    if (totals.length === 0) continue
    const [whole, once] = [added(own), added(own.filter(([row]) => row.copyOf === undefined))]
    let [upTo, since, last] = [nothing, nothing, own[0]![0]]
    for (const { number, cells } of table.body) {
      const [row, line] = lineOf.get(number) ?? []
      if (row && line) [upTo, since, last] = [plus(upTo, line), plus(since, line), row]
      else if (isTotalLine(cells)) {
        const wrong = toldIn(cells, table).filter((told) => ![whole, once, upTo, since].some((sums) => agrees(told, sums)))
        const said = wrong.map((one) => ('fen' in one ? `${yuan(one.fen)} 元` : `${one.count} 笔`)).join('、')
        const sums = `${whole.all.count} 笔 ${yuan(whole.all.fen)} 元`
        if (wrong.length > 0) last.warn('totals_differ', `第 ${number} 行写的合计是 ${said}，各行加起来是 ${sums}`)
        since = nothing
      }
    }
  }
}

const none = { count: 0, fen: fen(0) }
const nothing: Sums = { all: none, came: none, others: none }

function plus(sums: Sums, { state, amountFen }: Pick<ReceiptRow, 'state' | 'amountFen'>): Sums {
  const more = ({ count, fen: so }: { count: number; fen: Fen }) => ({ count: count + 1, fen: sumFen([so, amountFen]) })
  const kind = state === 'credited' ? 'came' : 'others'
  return { ...sums, all: more(sums.all), [kind]: more(sums[kind]) }
}

const added = (some: readonly (readonly [DataRow, ReceiptRow])[]): Sums => some.reduce((sums, [, line]) => plus(sums, line), nothing)

/** What a total may count, by its label. */
function agrees(told: Told, { all, came, others }: Sums): boolean {
  const parts = /失败|[未不]成功|退/.test(told.label) ? [others] : /成功|到账|入账/.test(told.label) ? [came] : [all, came, others]
  return parts.some((sums) => ('fen' in told ? sums.fen === told.fen : sums.count === told.count))
}

/** An amount or a count, with what stands before it. */
type Told = { label: string } & ({ fen: Fen } | { count: number })

const countLabel = /(笔数|户数|人数|条数)[:：]?$/
const amountLabel = /(金额|总额)([（(][^）)]*[）)])?[:：]?$/
/** 总笔数:2，总金额:1501.50元 in one cell. */
const inOneCell = /([\u4e00-\u9fff]*)(笔数|户数|人数|条数|金额|总额)(?:[（(]([^）)]*)[）)])?[:：为是]?(\d[\d,]*(?:\.\d+)?(?:元|分)?)/g
const ending = /^[<【(*=-]*(end|eof|total|trailer|tail|trl|尾记录)/i

/** The amounts and counts that a line of totals states: labelled, in the column of amounts, or behind END: its count and its amount. */
function toldIn(cells: readonly Cell[], table: Table): Told[] {
  const column = table.at.get('amount')
  const unit = unitOfColumn(table, 'amount')
  const texts = cells.map(compactOf)
  const amountOf = (label: string, cell: Cell, of: Unit): Told[] => {
    const read = readAmount(cell, of)
    return 'fen' in read ? [{ label, fen: read.fen }] : []
  }
  const countOf = (label: string, text: string): Told[] => {
    const digits = /^(\d[\d,]{0,8})[笔户人条]?$/.exec(text)?.[1]
    return digits === undefined ? [] : [{ label, count: Number(digits.replace(/,/g, '')) }]
  }
  return cells.flatMap((cell, i): Told[] => {
    const [text, before] = [texts[i]!, texts[i - 1] ?? '']
    if (text === '') return []
    const pairs = [...text.matchAll(inOneCell)]
    if (pairs.length > 0)
      return pairs.flatMap(([, says = '', what = '', own = '', number = '']) =>
        amountLabel.test(what) ? amountOf(says, number, unitIn(own) ?? unit) : countOf(says, number),
      )
    if (countLabel.test(before)) return countOf(before, text)
    if (amountLabel.test(before)) return amountOf(before, cell, unitIn(before) ?? unit)
    if (i === column || (ending.test(texts[0]!) && /^\d+\.\d{2}$/.test(text))) return amountOf('', cell, unit)
    return i === 1 && ending.test(texts[0]!) ? countOf('', text) : []
  })
}
