import { sumFen } from '#domain/money/money'
import { compactOf } from '#domain/files/cells'
import { monthOf as monthOfDay, sayWhen } from '#domain/time/dates'
import { sayPeriod } from '#domain/time/list-periods'
import { maskName, normaliseName } from '#domain/people/names'
import { normalisePeriod } from '#domain/time/periods'
import type { Programme } from '#domain/county/county'
import { FileFault } from '../../reading/sheet'
import { versionOfFile, type Reading, type Source } from '../kind'
import { asBefore } from '../../tables/as-before'
import { lookAtPlace, readCard, readFen, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import type { Table } from '../../tables/find-table'
import { printedTotal } from '../../tables/printed-total'
import { programmeIn, programmesOf } from '../../tables/programmes'
import { refuseTwoVersions } from '../../tables/two-versions'
import type { PlanKey } from './columns'
import type { Plan, PlanRow } from './rows'
import { askMonth, planMonths, quarterIn } from './months'

export function readPlan(source: Source): Reading<PlanRow, Plan> {
  const months = planMonths(source)
  const programmes = programmesOf(source.county)
  const ofTable = titledProgrammes(source, programmes)
  const rows = markCopies(
    source.tables.flatMap((table) => dataRows<PlanKey>(table, ['id', 'name', 'card']).filter((row) => !months.begins(table, row))),
    () => true,
    // The same people are paid the same next month, in the next sheet.
    (row) => months.monthOf(row.table, row) ?? '',
  )
  if (rows.length > 0 && rows.every((row) => !months.monthOf(row.table, row)))
    throw askMonth(quarterIn(rows.slice(0, 1).map((row) => row.text('period'))), source.until)
  const quarters = new Map(
    source.tables.flatMap((table) => {
      const quarter = quarterIn([...table.title.slice(0, 1), table.sheet, source.fileName])
      return quarter ? [[table, sayPeriod(quarter)] as const] : []
    }),
  )
  const periodOf = asBefore(normalisePeriod)
  const own = acceptedOf(rows, (row): PlanRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const card = readCard(row, 'card')
    const dueFen = readFen(row, 'amount', { negative: 'amount_negative' })
    const known = months.monthOf(row.table, row)
    if (!known) row.reject('period', 'month_unknown')
    // Of a row that is not taken in, any month will do.
    const month = known ?? monthOfDay(source.until)
    const written = row.has('project') ? row.text('project') : ofTable.get(row.table)!.called
    const programme = programmes.get(compactOf(written))
    if (written === '') row.reject('project', 'project_missing')
    else if (!programme) row.warn('programme_unknown', written)
    const home = lookAtPlace(row, source.places, 'town', 'village')
    return {
      id,
      name,
      card,
      month,
      dueFen,
      accountName: normaliseName(row.text('account_name')) || name,
      programme: programme?.id ?? written,
      forWhom: programme?.paidTo === 'head' ? null : maskName(name),
      period: periodOf(row.text('period')) || quarters.get(row.table) || sayWhen(month),
      home,
      at: row.place,
    }
  })
  refuseTwoVersions(own, ({ id, programme, month, period }) => [id, programme, month, period].join('/'))
  const counts = countOf(own, ({ month }) => month)
  const printedFen = counts.size === 1 ? printedTotal(source.tables, 'amount') : undefined
  return {
    rows,
    amountFen: sumFen(own.map(({ dueFen }) => dueFen)),
    accepted: own,
    told: { version: versionOfFile(source), counts: [...counts].sort(), ...(printedFen !== undefined && { printedFen }) },
  }
}

/** What the sheets without a column of programmes pay, by their titles. @throws FileFault when a title does not name exactly one. */
function titledProgrammes({ tables }: Source, programmes: Map<string, Programme>): Map<Table, { called: string }> {
  const without = tables.filter(({ at }) => !at.has('project'))
  return new Map(
    without.map((table) => {
      const told = programmeIn(table.title.join(' '), programmes)
      if (told) return [table, told] as const
      throw new FileFault(
        `工作表“${table.sheet}”没有“项目”这一列，标题里也没有只写一个认得的补贴项目，不知道发的是哪一笔钱，所以一行也没有导入。请加上“项目”这一列，或在标题里写上项目（如“低保金”），再导入。`,
      )
    }),
  )
}

function countOf<T, K>(rows: T[], keyOf: (row: T) => K): Map<K, number> {
  const counts = new Map<K, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}
