import { sumFen, type Fen } from './money'
import type { Day, Month } from '../time/dates'

/** How a bank wants the file of a batch: from the county pack. */
export interface BankFileLayout {
  encoding: 'gb18030' | 'utf-8'
  /** Between fields; nothing where every field has its width. */
  separator: string
  lineEnd: '\r\n' | '\n'
  /** An amount is written in 元 with two decimals, or in whole 分. */
  unit: '元' | '分'
  header?: BankField[]
  line: BankField[]
  trailer?: BankField[]
  /** With {date}, {month}, {batch} in it. */
  fileName: string
  source: string
  unverified?: boolean
}

/** `width` in bytes as they are written: numbers are filled with zeros from the left, words with blanks from the right. */
interface BankField {
  what: 'serial' | 'card' | 'account-name' | 'amount' | 'programme' | 'period' | 'count' | 'total' | 'date' | 'month' | 'batch' | 'text'
  width?: number
  /** Of `text`: what stands there always. */
  text?: string
}

/** A line of a batch as the bank is told it. In 分. */
export interface BankLine {
  serial: number
  card: string
  accountName: string
  amountFen: Fen
  programme: string
  period: string
}

/** What the file as a whole says. */
export interface BankTotals {
  count: number
  totalFen: Fen
  day: Day
  month: Month
  batch: string
}

/** What an encoding makes of a text: its length in bytes; nothing where it cannot be written. */
export type Measured = (text: string) => number | undefined

/** A field that cannot be written, in words: which, and what to do. */
export class UnwritableField extends Error {
  override name = 'UnwritableField'
}

const fieldNames: Record<BankField['what'], string> = {
  ...{
    serial: '序号',
    card: '卡号',
    'account-name': '户名',
    amount: '金额',
    programme: '项目',
    period: '所属期',
    count: '笔数',
    total: '总额',
  },
  ...{ date: '日期', month: '月份', batch: '批次', text: '固定的字' },
}
const numbers: readonly BankField['what'][] = ['serial', 'amount', 'count', 'total']

/** An amount as the layout writes it: 105000 分 are 1050.00, or 105000. */
export const bankAmount = ({ unit }: Pick<BankFileLayout, 'unit'>, amount: Fen): string => {
  if (unit === '分') return String(amount)
  const [whole, part] = [Math.trunc(amount / 100), Math.abs(amount) % 100]
  return `${whole}.${String(part).padStart(2, '0')}`
}

/** One line of the file with its end. @throws UnwritableField: nothing is left out or cut off. */
export const bankLine = (layout: BankFileLayout, line: BankLine, totals: BankTotals, measured: Measured): string =>
  written(layout, layout.line, { ...valuesOf(layout, totals), ...valuesOfLine(layout, line) }, measured, `第 ${line.serial} 行`)

/** What stands before all lines, and behind them; '' where the bank wants none. */
export const bankHeader = (layout: BankFileLayout, totals: BankTotals, measured: Measured): string =>
  layout.header ? written(layout, layout.header, valuesOf(layout, totals), measured, '第一行') : ''
export const bankTrailer = (layout: BankFileLayout, totals: BankTotals, measured: Measured): string =>
  layout.trailer ? written(layout, layout.trailer, valuesOf(layout, totals), measured, '最后一行') : ''

type Values = Partial<Record<BankField['what'], string>>

const valuesOf = (layout: BankFileLayout, { count, totalFen, day, month, batch }: BankTotals): Values => ({
  ...{ count: String(count), total: bankAmount(layout, totalFen), date: day.replace(/-/g, ''), month: month.replace('-', ''), batch },
})
const valuesOfLine = (layout: BankFileLayout, { serial, card, accountName, amountFen, programme, period }: BankLine): Values => ({
  ...{ serial: String(serial), card, 'account-name': accountName, amount: bankAmount(layout, amountFen), programme, period },
})

function written({ separator, lineEnd }: BankFileLayout, fields: BankField[], values: Values, measured: Measured, where: string): string {
  return fields.map((field) => fieldOf(field, field.text ?? values[field.what] ?? '', separator, measured, where)).join(separator) + lineEnd
}

function fieldOf({ what, width }: BankField, value: string, separator: string, measured: Measured, where: string): string {
  const fault = (why: string) => new UnwritableField(`${where}的${fieldNames[what]}${why}`)
  if (value === '' && what !== 'text') throw fault('是空的。请先补上，或者这一行先不发。')
  if (/[\r\n\t\0]/.test(value) || (separator !== '' && value.includes(separator)))
    throw fault(`里有银行文件用来分隔的符号，写进去会错位。请先改正，或者这一行先不发。`)
  const bytes = measured(value)
  if (bytes === undefined) throw fault('里有银行的编码写不了的字。请与银行商定怎么写，改正以后再发。')
  if (width === undefined) return value
  if (bytes > width) throw fault(`太长，银行只给 ${width} 个字节。请与银行商定怎么写。`)
  const fill = (numbers.includes(what) ? '0' : ' ').repeat(width - bytes)
  return numbers.includes(what) ? fill + value : value + fill
}

/** The name of the file. */
export const bankFileName = ({ fileName }: Pick<BankFileLayout, 'fileName'>, { day, month, batch }: BankTotals): string =>
  fileName
    .replace('{date}', day.replace(/-/g, ''))
    .replace('{month}', month.replace('-', ''))
    .replace('{batch}', batch.replace(/[\s/\\:*?"<>|]+/g, '_'))

/** Adds up what is written. */
export const addedTotals = (so: { lines: number; fen: Fen }, page: readonly { amountFen: Fen }[]): { lines: number; fen: Fen } => ({
  lines: so.lines + page.length,
  fen: sumFen([so.fen, ...page.map(({ amountFen }) => amountFen)]),
})
