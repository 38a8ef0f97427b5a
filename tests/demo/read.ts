import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'

export type Line = Record<string, string>

/**
 * Rows as text by the header row that holds `key` (a name blank in it stands in the row above, merged); a blank cell is an
 * empty string. Only rows whose `key` is filled.
 */
function linesOf(rows: string[][], key: string): Line[] {
  const headerAt = rows.findIndex((row) => row.includes(key))
  const header = (rows[headerAt] ?? []).map((name, i) => name || rows[headerAt - 1]?.[i] || '')
  return rows
    .slice(headerAt + 1)
    .map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''] as const)))
    .filter((line) => line[key] !== '')
}

const rowsOf = (path: string): [string, string[][]][] => {
  const bytes = readFileSync(path)
  const book = path.endsWith('.xls')
    ? read(bytes.toString('utf8'), { type: 'string', raw: true, dense: true })
    : read(bytes, { raw: true, dense: true })
  return book.SheetNames.map((name) => {
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: true, defval: '' })
    return [name, rows.map((row) => row.map(String))]
  })
}

/** The data lines of each sheet. */
export const readSheets = (path: string, key = '身份证号'): Map<string, Line[]> =>
  new Map(rowsOf(path).map(([name, rows]) => [name, linesOf(rows, key)]))

/** The data lines of the first sheet. */
export const readSheet = (path: string, key?: string): Line[] => [...readSheets(path, key).values()][0] ?? []

/** Node's own decoder, not the one that wrote the file. */
export const readReceipt = (path: string): Line[] => {
  const lines = new TextDecoder('gb18030').decode(readFileSync(path)).trimEnd().split('\r\n')
  return linesOf(
    lines.map((line) => line.split('|')),
    '账号',
  )
}
