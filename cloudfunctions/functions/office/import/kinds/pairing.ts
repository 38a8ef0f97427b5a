import { compactOf, textOf } from '#domain/cells'
import type { Day, Month } from '#domain/dates'
import type { KindOfFile } from '../kind'
import { lookAtPlace, readId, readName, readPhone, readSomeDate } from '../tables/checks'
import type { ColumnSpecs } from '../tables/columns'
import { acceptedOf, dataRows } from '../tables/data-rows'
import { writePairings } from '../write/pairings'
import { placeColumns } from './place-columns'

const columns = {
  ...placeColumns,
  id: { names: ['户主>身份证号', '户主身份证', '户主身份证号', '户主身份证号码', '身份证号', '身份证号码', '公民身份号码', '证件号码', '身份证'], required: true, merged: true },
  head_name: { names: ['户主>姓名', '户主', '户主姓名', '农户姓名', '低收入农户姓名', '帮扶对象', '结对户', '姓名'], required: true, merged: true },
  helper_unit: { names: ['帮扶干部>单位', '帮扶单位', '结对单位', '帮扶人单位', '干部单位', '工作单位', '单位'], merged: true },
  helper: { names: ['帮扶干部>姓名', '帮扶干部', '结对干部', '帮扶责任人', '帮扶人', '帮扶干部姓名', '结对干部姓名'], required: true, merged: true },
  helper_post: { names: ['职务', '职级', '帮扶人职务', '干部职务'], merged: true },
  helper_mobile: { names: ['联系电话', '帮扶人电话', '干部电话', '手机', '手机号', '手机号码', '联系方式', '电话'], merged: true },
  measures: { names: ['帮扶措施', '措施', '帮扶内容', '主要措施'] },
  last_visit: { names: ['上次走访日期', '最近走访日期', '上次走访时间', '最近走访时间', '走访日期', '走访时间', '上次走访'] },
} satisfies ColumnSpecs
type Key = keyof typeof columns

/** A row of 结对帮扶: a household, by its head, and the cadre who looks after it. */
export interface PairingRow {
  id: string
  name: string
  worker: { name: string; unit: string; post: string | null; phone: string | null }
  measures: string[]
  lastVisit: Day | Month | null
}

/** 结对帮扶台账. */
export const pairing: KindOfFile = {
  kind: 'pairing',
  label: '结对帮扶台账',
  columns,
  take({ tables, places, until }) {
    const rows = tables.flatMap((table) => dataRows<Key>(table, ['id', 'head_name']))
    const accepted = acceptedOf(rows, (row): PairingRow => {
      const id = readId(row, 'id')
      const name = readName(row, 'head_name')
      const helper = row.text('helper')
      if (helper === '') row.reject('helper', 'helper_missing')
      lookAtPlace(row, places, 'town', 'village')
      return {
        id,
        name,
        worker: { name: helper, unit: row.text('helper_unit'), post: row.text('helper_post') || null, phone: readPhone(row, 'helper_mobile') },
        measures: textOf(row.cell('measures')).split(/[\n\r；;]+/).map(compactOf).filter(Boolean),
        lastVisit: row.has('last_visit') ? readSomeDate(row, 'last_visit', '上次走访日期', until) : null,
      }
    })
    return { rows, amountFen: 0, write: (to) => writePairings(to, accepted) }
  },
}
