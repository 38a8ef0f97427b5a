import type { CellObject, DenseWorkSheet, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx'
import type { Cell } from '#domain/files/cells'
import { FileFault, type Sheet } from './sheet'
import { locked } from './zip'

// `cellStyles` is what makes the reader report hidden rows; texts as formatted are not wanted, the typed values are. `cellFormula` tells a
// formula without its result from a blank cell.
const options: ParsingOptions = { dense: true, cellStyles: true, cellText: false, cellHTML: false, cellFormula: true, cellDates: false }

/** Reads real .xls (and .et), .xlsb and .ods. @throws FileFault for one that is damaged or locked. */
export const readSpreadsheet = (bytes: Buffer): Promise<Sheet[]> => sheetsOf((read) => read(bytes, { ...options, type: 'buffer' }))

/** Reads the XML spreadsheets of 2003, decoded. @throws FileFault for one that is damaged. */
export const readXmlSpreadsheet = (text: string): Promise<Sheet[]> => sheetsOf((read) => read(text, { ...options, type: 'string' }))

/** Loaded when it is needed: the reader of old workbooks and its code pages are larger than all else here, and most files are .xlsx. */
const reader = async (): Promise<Read> => {
  const [{ read, set_cptable }, codePages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel')])
  // Workbooks of Excel 95 hold texts in the code page of their country (936 is GBK): bundled, the reader has none of its own.
  set_cptable(codePages)
  return read
}

type Read = (typeof import('@e965/xlsx'))['read']

async function sheetsOf(open: (read: Read) => WorkBook): Promise<Sheet[]> {
  const read = await reader()
  let book: WorkBook
  try {
    book = open(read)
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) throw locked()
    throw new FileFault('这个 Excel 文件不完整或已损坏，打不开。请让报送单位重新另存一份 .xlsx 发来，再导入。')
  }
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  const lost = book.SheetNames.find((name) => !book.Sheets[name])
  if (lost !== undefined)
    throw new FileFault(`这个 Excel 文件里的工作表“${lost}”找不到了，文件不完整或已损坏。请让报送单位重新另存一份 .xlsx 发来，再导入。`)
  return book.SheetNames.map((name, i) =>
    sheetOf(name, book.Sheets[name]!, { since1904, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0 }),
  )
}

function sheetOf(name: string, sheet: WorkSheet, { since1904, hidden }: { since1904: boolean; hidden: boolean }): Sheet {
  const data = (sheet as DenseWorkSheet)['!data'] ?? []
  const properties = sheet['!rows'] ?? []
  return {
    name,
    hidden,
    rows: Array.from(data, (cells, i) => ({
      number: i + 1,
      hidden: hidden || properties[i]?.hidden === true,
      cells: Array.from(cells ?? [], (cell) => cellOf(cell, since1904)),
    })),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  }
}

/** Serial days of a workbook that counts from 1904 are brought to the common count. */
const days1904 = 1462
const isDateFormat = (format: unknown): boolean =>
  typeof format === 'string' && /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

function cellOf(cell: CellObject | undefined, since1904: boolean): Cell {
  if (cell?.f && (cell.v === undefined || cell.v === '' || cell.t === 'z')) return `=${cell.f}`
  if (!cell || cell.v === undefined || cell.t === 'z') return null
  if (cell.t === 'n') return since1904 && isDateFormat(cell.z) ? (cell.v as number) + days1904 : (cell.v as number)
  if (cell.v instanceof Date) return cell.v.getTime() / 86_400_000 + 25_569
  return String(cell.t === 'e' ? (cell.w ?? '#N/A') : cell.v)
}
