import { fen, sumFen } from '#domain/money/money'
import { yearIn } from '#domain/time/periods'
import { versionOfFile, type Reading, type Source } from '../kind'
import { lookAtPlace, readFen, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { titleOf } from '../../tables/find-table'
import type { DividendKey } from './columns'
import type { DividendRow, Dividends } from './write'

export function readDividends(source: Source): Reading<DividendRow, Dividends> {
  const { tables, places, fileName, directed } = source
  const said = directed?.month && Number(directed.month.slice(0, 4))
  // A sheet for each year: its own title and name go first.
  const yearOf = ({ table, sheet }: DataRow): number | undefined =>
    said ?? yearIn(table.title.join(' ')) ?? yearIn(sheet) ?? yearIn(titleOf(tables)) ?? yearIn(fileName)
  const rows = markCopies(
    tables.flatMap((table) => dataRows<DividendKey>(table, ['id', 'name'])),
    () => true,
    (row) => String(yearOf(row) ?? ''),
  )
  const own = acceptedOf(rows, (row): DividendRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const dividendFen = readFen(row, 'dividend')
    const principalFen = readFen(row, 'principal', { blankIs: fen(0) })
    const year = yearIn(row.text('year')) ?? yearOf(row)
    const scheme = row.text('project')
    if (scheme === '') row.reject('project', 'project_missing')
    if (year === undefined) row.reject('year', 'year_missing')
    const home = lookAtPlace(row, places, 'town', 'village')
    return { id, name, scheme, year: year ?? 0, principalFen, dividendFen, home, at: row.place }
  })
  return {
    rows,
    amountFen: sumFen(own.map(({ dividendFen }) => dividendFen)),
    accepted: own,
    told: { version: versionOfFile(source) },
  }
}
