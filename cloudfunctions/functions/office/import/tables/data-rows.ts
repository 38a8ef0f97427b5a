import { compactOf, lineOf, textOf, type Cell } from '#domain/cells'
import { unitIn, type Unit } from '#domain/amounts'
import type { SheetRow } from '../files/sheet'
import { plainHeading } from './columns'
import type { Table } from './find-table'
import { sayFault, sayWarning, type FaultCode, type WarningCode } from './reasons'

/** One data row on its way in: its cells by the kind's keys, and what was found wrong with it so far. */
export interface DataRow<K extends string = string> {
  sheet: string
  /** As Excel shows it; of a text file, the record. */
  number: number
  cells: Cell[]
  cell(key: K): Cell
  /** On one line, cleaned. */
  text(key: K): string
  has(key: K): boolean
  /** The unit of an amount column: its heading's, else the sheet's, else 元. */
  unit(key: K): Unit
  faults: Fault[]
  warnings: Warning[]
  /** Identity number of the person the row is about, once read. */
  about?: string
  /** The row cannot be taken in. */
  reject(field: K, code: FaultCode, detail?: string): void
  /** The row is taken in, but somebody must look at it. */
  warn(code: WarningCode, detail?: string): void
}

export interface Fault { field: string; code: string; reason: string }
export interface Warning { code: string; message: string }

/** 合计, 小计, 本页合计, 总笔数 … */
const totals = /^(本页|全[县镇乡村]|[\u4e00-\u9fff]{0,8}[镇乡村社区])?(合计|小计|总计|累计|总笔数|总金额|总户数)([:：].*|[(（].*)?$|^共计?\d+[笔户人条]/
/** 制表人：, 说明：, 第 1 页 … */
const notes = /^(制表|审核|填表|填报|编制|复核|经办|主管|负责人|联系人|联系电话|单位负责人|分管|领导|说明|备注|注|填写说明|附[:：注]|单位[:：(（盖]|日期[:：]|打印|盖章|第\d+页|共\d+页|【?结束】?|以下空白|以下无正文)/

/** The data rows of a table: not its blank rows, totals, notes and repeated headings. `identity` are the columns that make a row one. */
export function dataRows<K extends string>(table: Table, identity: K[]): DataRow<K>[] {
  const unit = sheetUnit(table)
  return table.body.filter((row) => isData(table, row, identity)).map((row) => openRow<K>(table, row, unit))
}

/** Reads every row; what the rows without a fault say. */
export function acceptedOf<K extends string, T extends { id: string } | object>(rows: DataRow<K>[], read: (row: DataRow<K>) => T): T[] {
  return rows.flatMap((row) => {
    const value = read(row)
    if (row.faults.length > 0) return []
    if ('id' in value) row.about = value.id
    return [value]
  })
}

function isData({ at, headings }: Table, { cells }: SheetRow, identity: string[]): boolean {
  const named = identity.flatMap((key) => at.get(key) ?? []).map((column) => compactOf(cells[column]))
  if (named.some((text) => /\d{8}/.test(text))) return true
  const first = cells.find((cell) => compactOf(cell) !== '')
  if (first === undefined) return false
  const repeated = identity.some((key) => at.has(key) && plainHeading(cells[at.get(key)!]) === plainHeading(headings.get(key)))
  if (repeated) return false
  // A total stands in the first cells of its row, or where the name would stand.
  const start = [...cells.slice(0, 5).map(compactOf), ...named, compactOf(first)]
  return !start.some((text) => totals.test(text)) && !notes.test(compactOf(first))
}

function sheetUnit({ title, body }: Table): Unit {
  const trailer = body.slice(-6).flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string').map((cell) => textOf(cell)))
  return [...title, ...trailer].filter((text) => text.includes('元')).map(unitIn).find(Boolean) ?? '元'
}

function openRow<K extends string>({ sheet, at, headings }: Table, row: SheetRow, unit: Unit): DataRow<K> {
  const faults: Fault[] = []
  const warnings: Warning[] = []
  const cell = (key: K): Cell => row.cells[at.get(key) ?? -1] ?? null
  const heading = (key: K) => plainHeading(headings.get(key))
  const opened: DataRow<K> = {
    sheet, number: row.number, cells: row.cells, faults, warnings, cell,
    text: (key) => lineOf(cell(key)),
    has: (key) => at.has(key),
    unit: (key) => unitIn(headings.get(key) ?? '') ?? unit,
    reject: (field, code, detail) => faults.push({ field, code, reason: sayFault(code, heading(field) || detail || field, textOf(cell(field)), detail) }),
    warn: (code, detail) => warnings.push({ code, message: sayWarning(code, detail) }),
  }
  if (row.hidden) opened.warn('hidden_row')
  return opened
}
