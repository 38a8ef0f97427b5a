import { compactOf, type Cell } from '#domain/files/cells'
import { addMonths, monthNamed, monthOf, monthsUpTo, sayWhen, type Day, type Month } from '#domain/time/dates'
import { monthsOf as monthsOfPeriod, periodIn, sayPeriod, type Period } from '#domain/time/list-periods'
import { bareMonthIn, monthIn, monthsIn, yearIn } from '#domain/time/periods'
import { Asking } from '../../asking'
import { FileFault } from '../../reading/sheet'
import type { Source } from '../kind'
import { asBefore } from '../../tables/as-before'
import type { DataRow } from '../../tables/data-rows'
import type { Table } from '../../tables/find-table'

/** The months that a sheet's plan is of; several when it names several, none when neither it nor the file says. */
interface MonthsOfTable {
  months: Month[]
  /** Lines between its rows that begin another month: row number → month. */
  below: Map<number, Month>
}

/**
 * Which month each row of a plan belongs to: by its own column, the line above its part of the sheet, what
 * somebody said of the file, the sheet's title or name, the
 * file's name. @throws FileFault when title and name of sheets contradict each other, or nothing names a month.
 */
export function planMonths({ tables, fileName, directed, until }: Source): {
  monthOf(table: Table, row: DataRow<'month' | 'period'>): Month | undefined
  begins(table: Table, row: DataRow): boolean
} {
  const told = new Map(
    tables.map((table) => [
      table,
      { months: directed?.month ? [directed.month] : monthsOf(table, tables, fileName), below: sectionsOf(table) },
    ]),
  )
  const anywhere = tables.some((table) => told.get(table)!.months.length > 0 || told.get(table)!.below.size > 0 || hasOwn(table))
  if (!anywhere) throw askMonth(quarterIn([...tables.flatMap(({ title }) => title), fileName]), until)
  const [inOwn, inPeriod] = [asBefore(monthsIn), asBefore(monthsIn)]
  return {
    begins: (table, row) => told.get(table)!.below.has(row.number),
    monthOf: (table, row) => monthOfRow(told.get(table)!, row, { own: inOwn, period: inPeriod }),
  }
}

/**
 * Asks which month a plan pays in: one of the quarter or half year that it is for, or one of the last. A quarter of a monthly programme
 * is paid once, and in which of its months only a person can say.
 */
export function askMonth(of: Period | undefined, until: Day): Asking {
  const span = of && monthsOfPeriod(of)
  const months = span ? monthsUpTo(span.until, 12).filter((month) => month >= span.from) : monthsUpTo(addMonths(monthOf(until), 1), 6)
  const words = of ? `写的是${sayPeriod(of)}，没有写哪个月发` : '没有看出是哪个月的发放计划'
  return new Asking('', [
    {
      ...{ id: 'month', about: 'month' as const, words: `${words}（标题、文件名里写上“2026年10月”这样的年月也行）` },
      choices: months.reverse().map((month) => ({ value: month, label: `${sayWhen(month)}发` })),
    },
  ])
}

/** The quarter or half year that some texts name. */
export const quarterIn = (texts: string[]): Period | undefined => texts.map(periodIn).find((period) => period && /-[QH]\d$/.test(period))

const hasOwn = ({ at }: Table): boolean => at.has('month') || at.has('period')

function monthOfRow(
  { months, below }: MonthsOfTable,
  row: DataRow<'month' | 'period'>,
  read: Record<'own' | 'period', (text: string) => Month[]>,
): Month | undefined {
  const own = read.own(row.text('month'))
  if (own.length === 1) return own[0]
  const [, section] = below.size === 0 ? [] : ([...below].filter(([number]) => number < row.number).at(-1) ?? [])
  if (section) return section
  if (months.length === 1) return months[0]
  const [period, ...more] = read.period(row.text('period'))
  return period && more.length === 0 && (months.length === 0 || months.includes(period)) ? period : undefined
}

/** By the title, then the sheet's own name and the file's; of several sheets each one's name goes first. */
function monthsOf(table: Table, tables: Table[], fileName: string): Month[] {
  const title = monthsIn(table.title[0] ?? '')
  const name = monthOfName(table, [...table.title, fileName, ...tables.flatMap((other) => other.title)].join(' '))
  const alone = tables.length === 1
  if (!alone && title.length === 1 && name && name !== title[0]) {
    throw new FileFault(
      `工作表“${table.sheet}”的标题写的是 ${title[0]}，和表名说的不是同一个月，不知道是哪个月的钱，所以一行也没有导入。请改成一致后再导入。`,
    )
  }
  if (title.length > 0) return title
  const others = alone ? [monthsIn(fileName), name ? [name] : []] : [name ? [name] : [], monthsIn(fileName)]
  const rest = monthIn(table.title.join(' '))
  const elsewhere = tables.map((other) => monthIn(other.title[0] ?? '')).find(Boolean)
  return [...others, rest ? [rest] : [], elsewhere ? [elsewhere] : []].find((months) => months.length > 0) ?? []
}

function monthOfName({ sheet }: Table, around: string): Month | undefined {
  const whole = monthIn(sheet)
  const [bare, year] = [bareMonthIn(sheet), yearIn(around)]
  return whole ?? (bare && year ? monthNamed(year, bare) : undefined)
}

/** A line of words below the headings that names one month and nobody: 2026年9月补发. */
function sectionsOf({ body }: Table): Map<number, Month> {
  return new Map(
    body.flatMap(({ number, cells }) => {
      const words = fewWordsIn(cells)
      const [month, ...more] = words ? monthsIn(words.join(' ')) : []
      return month && more.length === 0 && !/\d{9}|日期|制表|审核|合计|小计|总计/.test(words!.join(' ')) ? [[number, month] as const] : []
    }),
  )
}

/** The different words of a row, where they are no more than two: a row of somebody's has more. */
function fewWordsIn(cells: Cell[]): string[] | undefined {
  const words = new Set<string>()
  for (const cell of cells) {
    const word = compactOf(cell)
    if (word !== '' && words.add(word).size > 2) return undefined
  }
  return [...words]
}
