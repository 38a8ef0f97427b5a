import type { Day, Month } from '#domain/dates'
import type { KindOfFile } from '../kind'
import { lookAtPlace, readId, readKeyDate, readName } from '../tables/checks'
import type { ColumnSpecs } from '../tables/columns'
import { acceptedOf, dataRows } from '../tables/data-rows'
import { writeExits } from '../write/exits'
import { placeColumns } from './place-columns'

const columns = {
  ...placeColumns,
  name: { names: ['姓名', '退出人员姓名', '退出人', '核销人员', '人员姓名'], required: true },
  id: { names: ['身份证号', '身份证号码', '公民身份号码', '证件号码', '身份证'], required: true },
  reason: { names: ['退出原因', '核销原因', '核销退出原因'], required: true, merged: true },
  evidence: { names: ['证明材料', '佐证材料', '依据', '退出依据', '材料'], merged: true },
  approver: { names: ['审批人', '批准人', '审核人', '审批单位'], merged: true },
  exit_date: { names: ['退出日期', '退出时间', '核销日期', '核销时间', '核销退出日期', '退出年月'], required: true, merged: true },
} satisfies ColumnSpecs
type Key = keyof typeof columns

/** A row of 核销退出: who left the register, why, on what evidence, approved by whom. */
export interface ExitRow { id: string; name: string; reason: string; evidence: string; approver: string; on: Day | Month }

/** 低收入农户核销退出名册. */
export const exit: KindOfFile = {
  kind: 'exit',
  label: '核销退出名册',
  columns,
  take({ tables, places, until }) {
    const rows = tables.flatMap((table) => dataRows<Key>(table, ['id', 'name']))
    const accepted = acceptedOf(rows, (row): ExitRow => {
      const id = readId(row, 'id')
      const name = readName(row, 'name')
      const on = readKeyDate(row, 'exit_date', until)
      const reason = row.text('reason')
      if (reason === '') row.reject('reason', 'reason_missing')
      lookAtPlace(row, places, 'town', 'village')
      return { id, name, reason, evidence: row.text('evidence'), approver: row.text('approver'), on }
    })
    return { rows, amountFen: 0, write: (to) => writeExits(to, accepted) }
  },
}
