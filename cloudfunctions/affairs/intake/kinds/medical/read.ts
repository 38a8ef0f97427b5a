import { sumFen, fen } from '#domain/money/money'
import { isBlank, textOf } from '#domain/files/cells'
import { monthOf, type Month } from '#domain/time/dates'
import { spanIn, spanOfTexts, type Span } from '#domain/time/spans'
import { bareMonthIn, yearIn } from '#domain/time/periods'
import { listOfFile, type Reading, type Source } from '../kind'
import { compareWithId, lookAtPlace, readCount, readFen, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { titleOf } from '../../tables/find-table'
import type { List } from '../../writing/said'
import { lookAtSums } from './adding-up'
import type { MedicalKey } from './columns'
import type { MedicalRow, MedicalSums } from './write'

type Row = DataRow<MedicalKey>

export function readMedical(source: Source): Reading<MedicalRow, List> {
  const { tables, places, fileName, directed } = source
  const said = directed?.month && { from: directed.month, to: directed.month }
  const stated = said ?? spanOfTexts([titleOf(tables), ...tables.map(({ sheet }) => sheet), fileName])
  // A sheet for each month: its own title and name go first.
  const spanOfSheet = ({ table, sheet }: Row): Span | undefined =>
    said ??
    (tables.length > 1 ? (spanOfTexts([...table.title, sheet, ...bareMonth(sheet, [titleOf(tables), fileName])]) ?? stated) : stated)
  const rows = markCopies(
    tables.flatMap((table) => dataRows<MedicalKey>(table, ['id', 'name'])),
    () => true,
    (row) => Object.values(spanOfSheet(row) ?? {}).join(),
  )
  const sums: { row: Row; sums: MedicalSums }[] = []
  const accepted = acceptedOf(rows, (row): MedicalRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const own = sumsOf(row)
    sums.push({ row, sums: own })
    const span = spanOfRow(row) ?? spanOfSheet(row)
    if (!span) row.reject('period', 'period_unknown')
    const home = lookAtPlace(row, places, 'town', 'village')
    if (row.faults.length === 0) compareWithId(row, id, 'gender')
    return {
      ...{ id, name, ...own, home, at: row.place, visits: readCount(row, 'visits') },
      // Of a row that is not taken in, any will do.
      span: span ?? { from: monthOf(source.until), to: monthOf(source.until) },
      insured: row.text('insured_type'),
      hospital: row.text('hospital'),
      diagnosis: row.text('diagnosis'),
    }
  })
  lookAtSums(sums)
  return {
    rows,
    amountFen: sumFen(accepted.map(({ selfPaidFen }) => selfPaidFen)),
    accepted,
    told: listOfFile(source, stated ?? null),
  }
}

/** 9月 of a sheet's name, in the year that stands around it. */
function bareMonth(sheet: string, around: string[]): string[] {
  const [month, year] = [bareMonthIn(sheet), around.map(yearIn).find(Boolean)]
  return month && year ? [`${year}年${month}月`] : []
}

/** A blank column of what others paid is nothing paid by them; without the column, nothing is known. */
function sumsOf(row: Row): MedicalSums {
  const paid = (key: MedicalKey) => (row.has(key) ? readFen(row, key, { blankIs: fen(0) }) : null)
  return {
    totalFen: row.has('total_cost') ? readFen(row, 'total_cost', { blankIs: null }) : null,
    selfPaidFen: readFen(row, 'self_paid'),
    uncoveredFen: paid('uncovered'),
    basicFen: paid('basic_paid'),
    criticalFen: paid('critical_paid'),
    reliefFen: paid('relief_paid'),
    otherFen: paid('other_paid'),
  }
}

/** The months of one row: by its own period, else by the days of its bill. */
function spanOfRow(row: Row): Span | undefined {
  const written = row.text('period')
  const month = row.date('period')
  const year = yearIn(written)
  const named = spanIn(written) ?? ('on' in month ? spanOf(month.on) : undefined)
  if (named) return named
  if (year !== undefined && /^\d{4}年?度?$/.test(written)) return spanIn(`${year}年`)
  const [from, to] = [monthIn(row, 'from_date'), monthIn(row, 'to_date')]
  if (!from && !to) return undefined
  return from && to && from <= to ? { from, to } : spanOf((to ?? from)!)
}

const spanOf = (on: string): Span => ({ from: monthOf(on as Month), to: monthOf(on as Month) })

function monthIn(row: Row, key: 'from_date' | 'to_date'): Month | undefined {
  if (!row.has(key) || isBlank(row.cell(key))) return undefined
  const read = row.date(key)
  if ('on' in read) return monthOf(read.on)
  row.warn(`date_${read.fault}`, `“${row.table.headings.get(key) ?? ''}”写的是“${textOf(row.cell(key))}”`)
  return undefined
}
