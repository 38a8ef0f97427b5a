import { fen, sumFen } from '#domain/money/money'
import { yearIn } from '#domain/time/periods'
import { versionOfFile, type Reading, type Source } from '../kind'
import { lookAtPlace, readFen, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import { titleOf } from '../../tables/find-table'
import type { DividendKey } from './columns'
import type { DividendRow, Dividends } from './write'

export function readDividends(source: Source): Reading<DividendRow, Dividends> {
  const { tables, places, fileName, directed } = source
  const statedYear = (directed?.month && Number(directed.month.slice(0, 4))) ?? yearIn(titleOf(tables)) ?? yearIn(fileName)
  const rows = markCopies(tables.flatMap((table) => dataRows<DividendKey>(table, ['id', 'name'])))
  const own = acceptedOf(rows, (row): DividendRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const dividendFen = readFen(row, 'dividend')
    const principalFen = readFen(row, 'principal', fen(0))
    const year = yearIn(row.text('year')) ?? statedYear
    const scheme = row.text('project')
    if (scheme === '') row.reject('project', 'project_missing')
    if (year === undefined) row.reject('year', 'year_missing')
    lookAtPlace(row, places, 'town', 'village')
    return { id, name, scheme, year: year ?? 0, principalFen, dividendFen, at: row.place }
  })
  return {
    rows,
    amountFen: sumFen(own.map(({ dividendFen }) => dividendFen)),
    accepted: own,
    told: { version: versionOfFile(source) },
  }
}
