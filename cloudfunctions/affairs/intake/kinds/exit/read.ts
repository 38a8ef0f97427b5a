import type { Day, Month } from '#domain/time/dates'
import type { KindOfFile } from '../../kind'
import { lookAtPlace, readId, readKeyDate, readName } from '../../tables/checks'
import { columnsOf } from '../../tables/columns'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { writeExits } from './write'

/** Groups of headings whose names and numbers are not those of who the row is about. */
const others = /监护|代理|代领|经办|联系人|紧急|审批|审核|批准/
const columns = columnsOf('exit', {
  serial: {},
  town: { merged: true },
  village: { merged: true },
  name: { required: true, sole: true, notBelow: others },
  id: { required: true, sole: true, notBelow: others },
  reason: { required: true, merged: true },
  evidence: { merged: true },
  approver: { merged: true },
  exit_date: { required: true, merged: true },
  remark: {},
})
type Key = keyof typeof columns

/** A row of 核销退出: who left the register, why, on what evidence, approved by whom. */
export interface ExitRow {
  id: string
  name: string
  reason: string
  evidence: string
  approver: string
  on: Day | Month
  warn: DataRow['warn']
}

/** 低收入农户核销退出名册. */
export const exit: KindOfFile = {
  kind: 'exit',
  label: '核销退出名册',
  columns,
  take({ tables, places, until }) {
    const rows = markCopies(tables.flatMap((table) => dataRows<Key>(table, ['id', 'name'])))
    const accepted = acceptedOf(rows, (row): ExitRow => {
      const id = readId(row, 'id')
      const name = readName(row, 'name')
      const on = readKeyDate(row, 'exit_date', until)
      const reason = row.text('reason')
      if (reason === '') row.reject('reason', 'reason_missing')
      lookAtPlace(row, places, 'town', 'village')
      return {
        id,
        name,
        reason,
        evidence: row.text('evidence'),
        approver: row.text('approver'),
        on,
        warn: (code, detail) => row.warn(code, detail),
      }
    })
    return { rows, amountFen: 0, write: (to) => writeExits(to, accepted) }
  },
}
