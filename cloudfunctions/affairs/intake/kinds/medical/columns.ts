import type { ColumnUse } from '../../tables/columns'

/** Groups of headings whose names and numbers are not those of who was treated. */
const others = /监护|代理|代办|经办|联系人|紧急|户主|医师|医生|家属/

export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  name: { holds: 'name', required: true, merged: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, merged: true, sole: true, notBelow: others },
  gender: { merged: true, notBelow: others },
  insured_type: { merged: true },
  visits: {},
  total_cost: { holds: 'amount', sole: true },
  basic_paid: { holds: 'amount' },
  critical_paid: { holds: 'amount' },
  relief_paid: { holds: 'amount' },
  other_paid: { holds: 'amount' },
  self_paid: { holds: 'amount', required: true, sole: true },
  uncovered: { holds: 'amount' },
  burden: {},
  period: { merged: true },
  from_date: { holds: 'date' },
  to_date: { holds: 'date' },
  hospital: {},
  diagnosis: {},
  remark: {},
} satisfies Record<string, ColumnUse>
export type MedicalKey = keyof typeof columns
