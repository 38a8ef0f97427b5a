import { yearIn } from '#domain/periods'
import { type KindOfFile, titleOf } from '../kind'
import { lookAtPlace, readFen, readId, readName } from '../tables/checks'
import type { ColumnSpecs } from '../tables/columns'
import { acceptedOf, dataRows } from '../tables/data-rows'
import { writeDividends } from '../write/dividends'
import { placeColumns } from './place-columns'

const columns = {
  ...placeColumns,
  name: { names: ['户主>姓名', '户主姓名', '户主', '农户姓名', '姓名'], required: true, merged: true },
  id: { names: ['身份证号', '身份证号码', '户主身份证号', '户主身份证', '公民身份号码', '证件号码', '身份证'], required: true, merged: true },
  project: { names: ['项目名称', '抱团项目', '入股项目', '项目', '合作社', '经营主体'], merged: true },
  principal: { names: ['入股本金', '本金', '股金', '入股金额', '投入本金', '折股金额'] },
  dividend: { names: ['分红金额', '分红', '本年分红', '分红款', '收益金额', '分红收益'], required: true },
  year: { names: ['年度', '年份', '分红年度', '所属年度'], merged: true },
  remark: { names: ['备注'] },
} satisfies ColumnSpecs
type Key = keyof typeof columns

/** A row of 抱团增收: a household's share of one scheme in one year. Amounts in 分. */
export interface DividendRow { id: string; name: string; scheme: string; year: number; principalFen: number; dividendFen: number }

/** 抱团增收分红表. */
export const dividend: KindOfFile = {
  kind: 'dividend',
  label: '抱团增收分红表',
  columns,
  take({ tables, places, fileName }) {
    const statedYear = yearIn(titleOf(tables)) ?? yearIn(fileName)
    const rows = tables.flatMap((table) => dataRows<Key>(table, ['id', 'name']))
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
      return { id, name, scheme, year: year ?? 0, principalFen, dividendFen }
    })
    return { rows, amountFen: accepted.reduce((sum, { dividendFen }) => sum + dividendFen, 0), write: (to) => writeDividends(to, accepted) }
  },
}
