import { harmless } from '#domain/files/harmless'
import { headingLines, type Span } from '#domain/tables/headings'
import { decimalYuan, type Table, type TableCell, type TableColumn, type Totals } from '#domain/tables/table'
import { daysBetween, isCalendarDay, type Day } from '#domain/time/dates'
import { styleOf } from './styles'
import { escaped, letterOf } from './xml'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** How many lines stand above the first row: the title, who made it, and the headings. */
export const linesAbove = ({ columns }: Pick<Table, 'columns'>): number => 2 + headingLines(columns).lines.length

/** A sheet down to its first row. */
export function sheetStart(table: Table): string {
  const { columns } = table
  const { lines } = headingLines(columns)
  const above = linesAbove(table)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18"/>',
    `<cols>${columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    row(1, [text(0, 1, table.title, styleOf.title)], 36),
    row(2, [
      text(
        0,
        2,
        `单位：${table.unit}　　制表日期：${table.madeOn}　　制表人：${table.madeBy}${table.note ? `　　${table.note}` : ''}`,
        styleOf.line,
      ),
    ]),
    ...lines.map((line, i) =>
      row(
        i + 3,
        line.map((words, column) => text(column, i + 3, words, styleOf.heading)),
        24,
      ),
    ),
  ].join('')
}

/** Rows of a table, the first of which is its `from`th, counted from 0. */
export function sheetRows(table: Table, from: number, rows: readonly (readonly TableCell[])[]): string {
  const first = linesAbove(table) + from + 1
  return rows
    .map((cells, i) =>
      row(
        first + i,
        table.columns.map((column, at) => cell(column, at, first + i, cells[at] ?? null)),
      ),
    )
    .join('')
}

/** What follows after `count` rows: the totals, by whom it was taken, and how it is printed: A4 across, the headings on every page. */
export function sheetEnd(table: Table, count: number, totals: Totals): string {
  const { columns, mark } = table
  const last = linesAbove(table) + count + 1
  const hasTotals = columns.some(({ totalled }) => totalled)
  const foot = hasTotals ? last + 1 : last
  const whole = (line: number): Span => ({ top: line - 1, left: 0, bottom: line - 1, right: columns.length - 1 })
  const spans = [whole(1), whole(2), ...headingLines(columns).spans.map(lowered(2)), whole(foot)].filter(isWide)
  return [
    hasTotals
      ? row(
          last,
          columns.map((column, i) => total(column, i, last, totals)),
        )
      : '',
    row(foot, [text(0, foot, mark, styleOf.line)]),
    '</sheetData>',
    spans.length > 0
      ? `<mergeCells count="${spans.length}">${spans.map((span) => `<mergeCell ref="${rangeOf(span)}"/>`).join('')}</mergeCells>`
      : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.2" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddHeader>&amp;R${inPrint(mark)}</oddHeader><oddFooter>&amp;L${inPrint(mark)}&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}

/** In headers and footers an ampersand begins a code, and 255 characters are all that there may be. */
const inPrint = (words: string): string => escaped(words.slice(0, 100).replace(/&/g, '&&'))

const lowered =
  (by: number) =>
  (span: Span): Span => ({ ...span, top: span.top + by, bottom: span.bottom + by })
const isWide = ({ top, left, bottom, right }: Span): boolean => bottom > top || right > left
const rangeOf = ({ top, left, bottom, right }: Span): string => `${letterOf(left)}${top + 1}:${letterOf(right)}${bottom + 1}`

const row = (number: number, cells: string[], height?: number): string =>
  `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`

const text = (column: number, line: number, words: string, style: number): string =>
  words === ''
    ? `<c r="${letterOf(column)}${line}" s="${style}"/>`
    : `<c r="${letterOf(column)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(words.slice(0, 32_000))}</t></is></c>`

const number = (column: number, line: number, digits: string, style: number): string =>
  `<c r="${letterOf(column)}${line}" s="${style}"><v>${digits}</v></c>`

function cell({ kind }: TableColumn, column: number, line: number, value: TableCell): string {
  if (value === null || value === '') return text(column, line, '', styleOf[kind])
  if (kind === 'money' && typeof value === 'number') return number(column, line, decimalYuan(value), styleOf.money)
  if (kind === 'count' && typeof value === 'number') return number(column, line, String(value), styleOf.count)
  if (kind === 'day' && typeof value === 'string' && isCalendarDay(value)) return number(column, line, String(serialOf(value)), styleOf.day)
  return text(column, line, String(harmless(String(value))), styleOf.text)
}

/** Days as a spreadsheet counts them: 1 March 1900 is 61. */
const serialOf = (day: Day): number => 61 + daysBetween('1900-03-01', day)

function total({ kind, totalled }: TableColumn, column: number, line: number, totals: Totals): string {
  if (column === 0 && !totalled) return text(0, line, '合计', styleOf.total)
  if (!totalled) return text(column, line, '', styleOf.text)
  const sum = totals[column] ?? 0
  return kind === 'money' ? number(column, line, decimalYuan(sum), styleOf.money) : number(column, line, String(sum), styleOf.count)
}
