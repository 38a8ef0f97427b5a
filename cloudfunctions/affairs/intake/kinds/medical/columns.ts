import type { ColumnUse } from '../../tables/columns'

/** Groups of headings whose names and numbers are not those of who was treated. */
const others = /监护|代理|代办|经办|联系人|紧急|户主|医师|医生|家属/

export const columns = {
  serial: {},
  town: { merged: true },
  village: { merged: true },
  name: { required: true, merged: true, sole: true, notBelow: others },
  id: { required: true, merged: true, sole: true, notBelow: others },
  gender: { merged: true, notBelow: others },
  insured_type: { merged: true },
  visits: {},
  total_cost: { sole: true },
  basic_paid: {},
  critical_paid: {},
  relief_paid: {},
  other_paid: {},
  self_paid: { required: true, sole: true },
  uncovered: {},
  burden: {},
  period: { merged: true },
  from_date: {},
  to_date: {},
  hospital: {},
  diagnosis: {},
  remark: {},
} satisfies Record<string, ColumnUse>
export type MedicalKey = keyof typeof columns
