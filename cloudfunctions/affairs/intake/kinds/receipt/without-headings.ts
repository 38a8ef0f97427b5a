import type { Fen } from '#domain/money/money'
import { readAmount } from '#domain/money/amounts'
import { compactOf, digitsOf, isBlank } from '#domain/files/cells'
import type { County, ReceiptLayout } from '#domain/county/county'
import { idNumberFault } from '#domain/people/id-number'
import { readLooseDate } from '#domain/time/loose-dates'
import { evidenceIn } from '../../evidence/columns'
import { placesOf } from '../../evidence/places'
import { limitOf } from '../../tables/limit'
import { FileFault, type Sheet, type SheetRow } from '../../reading/sheet'
import type { Table } from '../../tables/find-table'
import { vocabularyOf } from '../../tables/vocabulary'

/**
 * A bank's receipt that came without headings, read by the layout which the county pack has of that bank. A layout is taken only when
 * the lines are as it says: every line with an account has an amount and, where one stands, a date.
 * @throws FileFault when the layouts of two banks fit and mean different things.
 */
export function withoutHeadings(sheets: Sheet[], county: County, fileName: string): Table[] | undefined {
  const fitting = county.columns.receiptLayouts
    .map((layout) => ({
      layout,
      tables: sheets.flatMap((sheet) => tableOf(sheet, layout, county) ?? []),
    }))
    .filter(({ tables }) => tables.length > 0)
  const named = fitting.filter(({ layout }) =>
    [layout.bank, ...(layout.names ?? [])].some((name) => fileName.includes(name) || sheets.some((sheet) => sheet.name.includes(name))),
  )
  const [one, ...more] = named.length > 0 ? named : fitting
  if (!one) return undefined
  if (more.some(({ layout }) => layout.columns.join() !== one.layout.columns.join())) {
    throw new FileFault(
      `这份回执没有表头，${[one, ...more].map(({ layout }) => layout.bank).join('、')}的格式都对得上，分不清是哪一家的，所以一行也没有导入。请在文件名里写上银行名称，再导入。`,
    )
  }
  return one.tables
}

function tableOf(sheet: Sheet, layout: ReceiptLayout, county: County): Table | undefined {
  const [limitFen, { isHeadingWord }] = [limitOf(county), vocabularyOf(county.columns)]
  const at = new Map(layout.columns.flatMap((key, column) => (key === '-' ? [] : [[key, column] as const])))
  const lines = sheet.rows.filter(({ cells }) => cells.some((cell) => /^\d{12,30}$/.test(digitsOf(cell, 15).text)))
  if (lines.length === 0 || !lines.every((row) => fits(row, layout, at, limitFen))) return undefined
  const first = sheet.rows.indexOf(lines[0]!)
  const label = (key: string) => labels[key] ?? key
  return {
    sheet: sheet.name,
    hidden: sheet.hidden === true,
    at,
    headings: new Map([...at.keys()].map((key) => [key, key === 'amount' && layout.unit ? `金额(${layout.unit})` : label(key)])),
    groups: new Map(),
    others: [],
    columns: [],
    rivals: new Map(),
    shape: '',
    fixed: new Map(),
    likely: new Set(),
    cells: evidenceIn(sheet, first, sheet.rows.length, placesOf(county), limitFen),
    headingRow: first,
    limitFen,
    isHeadingWord,
    title: sheet.rows.slice(0, first).flatMap(({ cells }) => cells.map(compactOf).filter(Boolean)),
    body: sheet.rows.slice(first),
  }
}

const labels: Record<string, string> = {
  serial: '序号',
  card: '账号',
  account_name: '户名',
  amount: '金额',
  result_code: '结果码',
  result_text: '结果说明',
  posting_date: '入账日期',
  remark: '备注',
}

/** An identity number is none: a list of people may have any columns beside it. */
const isAccount = (text: string): boolean => /^\d{12,30}$/.test(text) && idNumberFault(text) !== undefined

/** A trailing blank field more or less is the same line. */
function fits({ cells }: SheetRow, { columns }: ReceiptLayout, at: Map<string, number>, limitFen: Fen): boolean {
  const filled = Math.max(...cells.map((cell, i) => (isBlank(cell) ? 0 : i + 1)))
  const cell = (key: string) => cells[at.get(key) ?? -1]
  return (
    filled <= columns.length &&
    filled >= columns.length - 2 &&
    isAccount(digitsOf(cell('card'), 15).text) &&
    'fen' in readAmount(cell('amount'), '元', limitFen) &&
    (!at.has('posting_date') || isBlank(cell('posting_date')) || 'on' in readLooseDate(cell('posting_date'))) &&
    (!at.has('account_name') || !/\d{6}/.test(compactOf(cell('account_name'))))
  )
}
