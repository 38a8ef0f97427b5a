import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { read, utils, write, type WorkSheet } from '@e965/xlsx'
import { decode, encode } from 'iconv-lite'
import { fileOf } from './truth'

const town = '大峃镇'

/**
 * A department's file as it would be for one town, with its name: its rows (of the bank’s, those for its cards), titles and totals. For
 * what does not depend on how many households there are.
 */
export function oneTown(path: string): [name: string, content: Buffer] {
  const content = made.get(path) ?? contentOf(path)
  made.set(path, content)
  return [basename(path), content]
}
const made = new Map<string, Buffer>()

function contentOf(path: string): Buffer {
  const bytes = readFileSync(path)
  if (path.endsWith('.txt')) return linesOf(bytes)
  // Those in UTF-8 are short, and of the whole county.
  if (path.endsWith('.csv')) return isUtf8(bytes) ? bytes : recordsOf(bytes)
  if (path.endsWith('.xls') && bytes[0] !== realXls) return Buffer.from(rowsOf(bytes.toString('utf8')))
  const book = read(bytes, { cellNF: true })
  const sheets = book.SheetNames.includes(town)
    ? { [town]: book.Sheets[town]! }
    : Object.fromEntries(Object.entries(book.Sheets).map(([name, sheet]) => [name, without(sheet)]))
  return write({ SheetNames: Object.keys(sheets), Sheets: sheets }, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

/** The first byte of an .xls that is no web page. */
const realXls = 0xd0

/** The records of a text file with commas, in which a quoted field may have several lines. */
function recordsOf(bytes: Buffer): Buffer {
  const records = decode(bytes, 'gb18030').match(/(?:"[^"]*"|[^"\r\n])+\r\n/g)!
  return encode(records.filter((record) => !isOfAnother(record.split(','))).join(''), 'gb18030')
}

/** The rows of a saved web page. */
const rowsOf = (page: string): string =>
  page
    .split(/(?=<tr)/)
    .filter((row) => !isOfAnother([...row.matchAll(/<td[^>]*>([^<]*)/g)].map(([, text]) => text!)))
    .join('')

/** The bank's lines, which name no town. */
function linesOf(bytes: Buffer): Buffer {
  const book = read(oneTown(fileOf(3).path)[1], { raw: true })
  const cards = new Set(utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 }).map((row) => String(row[6])))
  const lines = decode(bytes, 'gb18030').split('\r\n')
  return encode(lines.filter((line, i) => i === 0 || cards.has(line.split('|')[1]!)).join('\r\n'), 'gb18030')
}

/** The sheet without the rows of other towns; cells stay as they are. */
function without(sheet: WorkSheet): WorkSheet {
  const { e } = utils.decode_range(sheet['!ref']!)
  const cells = (row: number) =>
    Array.from({ length: e.c + 1 }, (_, c) => sheet[utils.encode_cell({ r: row, c })] as { v?: unknown } | undefined)
  const kept = Array.from({ length: e.r + 1 }, (_, row) => cells(row)).filter(
    (row) => !isOfAnother(row.map((cell) => String(cell?.v ?? ''))),
  )
  const fewer: WorkSheet = { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: kept.length - 1, c: e.c } }) }
  for (const [r, row] of kept.entries()) for (const [c, cell] of row.entries()) if (cell) fewer[utils.encode_cell({ r, c })] = cell
  return fewer
}

/** A numbered row, none of whose columns names the town. */
const isOfAnother = (cells: string[]): boolean => /^\d+$/.test(cells[0] ?? '') && !cells.includes(town)
