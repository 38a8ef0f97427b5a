import { yearIn } from '#domain/time/periods'
import { type KindOfFile, titleOf, versionOfFile } from '../../kind'
import { lookAtPlace, readFen, readId, readName } from '../../tables/checks'
import { columnsOf } from '../../tables/columns'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { writeDividends } from './write'

/** Groups of headings whose names and numbers are not those of who the row is about. */
const others = /监护|代理|代领|经办|联系人|紧急|审批|审核|批准/
const columns = columnsOf('dividend', {
  serial: {},
  town: { merged: true },
  village: { merged: true },
  name: { required: true, merged: true, sole: true, notBelow: others },
  id: { required: true, merged: true, sole: true, notBelow: others },
  project: { merged: true },
  principal: {},
  dividend: { required: true, sole: true },
  year: { merged: true },
  remark: {},
})
type Key = keyof typeof columns

/** A row of 抱团增收: a household's share of one scheme in one year. Amounts in 分. */
export interface DividendRow {
  id: string
  name: string
  scheme: string
  year: number
  principalFen: number
  dividendFen: number
  warn: DataRow['warn']
}

/** 抱团增收分红表. */
export const dividend: KindOfFile = {
  kind: 'dividend',
  label: '抱团增收分红表',
  columns,
  take(source) {
    const { tables, places, fileName } = source
    const statedYear = yearIn(titleOf(tables)) ?? yearIn(fileName)
    const rows = markCopies(tables.flatMap((table) => dataRows<Key>(table, ['id', 'name'])))
    const accepted = acceptedOf(rows, (row): DividendRow => {
      const id = readId(row, 'id')
      const name = readName(row, 'name')
      const dividendFen = readFen(row, 'dividend')
      const principalFen = readFen(row, 'principal', 0)
      const year = yearIn(row.text('year')) ?? statedYear
      const scheme = row.text('project')
      if (scheme === '') row.reject('project', 'project_missing')
      if (year === undefined) row.reject('year', 'year_missing')
      lookAtPlace(row, places, 'town', 'village')
      return { id, name, scheme, year: year ?? 0, principalFen, dividendFen, warn: (code, detail) => row.warn(code, detail) }
    })
    return {
      rows,
      amountFen: accepted.reduce((sum, { dividendFen }) => sum + dividendFen, 0),
      write: (to) => writeDividends(to, { ...versionOfFile(source), fileName }, accepted),
    }
  },
}
