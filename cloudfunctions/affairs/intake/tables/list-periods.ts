import { isWithin, periodIn, sayPeriod, type Period } from '#domain/time/list-periods'
import { yearIn } from '#domain/time/periods'
import { FileFault } from '../reading/sheet'
import type { DataRow } from './data-rows'
import type { Table } from './find-table'

/** Columns in which a row says its own period: 属期, or 学年 beside 学期. */
type PeriodKey = 'year' | 'period'

/**
 * Which period each row of a list speaks of: by its own columns, the sheet's title or name, the file's name.
 * @throws FileFault when title and name of one of several sheets contradict each other, or nothing names a period.
 */
export function periodsOfLists(tables: Table[], fileName: string, label: string): (row: DataRow<PeriodKey>) => Period | undefined {
  const told = new Map(tables.map((table) => [table, periodOfTable(table, tables, fileName)]))
  if (!tables.some((table) => told.get(table) !== undefined || table.at.has('period') || table.at.has('year')))
    throw new FileFault(
      `没有看出这份${label}是哪一期的，所以一行也没有导入。请在标题或文件名里写上“2026年10月”“2026年第三季度”“2026年秋季学期”“2026年”这样的时间，再导入。`,
    )
  return (row) => periodOfRow(row, told.get(row.table))
}

/** A row's own word goes first; where it is only wider than the list's, the list's. One that cannot be read is no word for another. */
function periodOfRow(row: DataRow<PeriodKey>, told: Period | undefined): Period | undefined {
  const [year, period] = [row.text('year'), row.text('period')]
  if (year === '' && period === '') return told
  // 3 in a list of a quarter may be March or three months: the list itself says which months it is of.
  if (told && told.length > 4 && year === '' && /^\d{1,2}([-~至、,]\d{1,2})*$/.test(period)) return told
  const within = yearIn(year) ?? (told && Number(told.slice(0, 4)))
  const own =
    (/学年/.test(year) ? periodIn(`${year}${period}`) : undefined) ??
    (period === '' ? undefined : (periodIn(period) ?? bare(/^\d{1,2}([-~至]\d{1,2})?$/.test(period) ? `${period}月` : period, within))) ??
    (period === '' ? periodIn(/^\d{4}$/.test(year) ? `${year}年` : year) : undefined)
  return own && told && isWithin(told, own) ? told : own
}

/** 三季度, 10月, 秋季: a period within a year that stands elsewhere. */
function bare(text: string, year: number | undefined): Period | undefined {
  if (year === undefined || !/月|季|半年|学期|[春秋]|Q\d/i.test(text)) return undefined
  const found = periodIn(`${year}年${text}`)
  return found?.length === 4 ? undefined : found
}

/** By the title, then the sheet's own name, then the file's; of several sheets each one's name goes before a wider title. */
function periodOfTable({ title, sheet }: Table, tables: Table[], fileName: string): Period | undefined {
  const elsewhere = [periodIn(fileName), ...tables.flatMap((table) => table.title.map(periodIn))].find(Boolean)
  const above = title.map(periodIn).find(Boolean)
  const around = above ?? elsewhere
  const name = periodIn(sheet) ?? bare(sheet, around && Number(around.slice(0, 4)))
  if (tables.length === 1 || !name) return above ?? name ?? elsewhere
  if (above && !isWithin(name, above) && !isWithin(above, name))
    throw new FileFault(
      `工作表“${sheet}”的标题写的是${sayPeriod(above)}，表名写的是${sayPeriod(name)}，不知道是哪一期的，所以一行也没有导入。请改成一致后再导入。`,
    )
  return above && isWithin(above, name) ? above : name
}
