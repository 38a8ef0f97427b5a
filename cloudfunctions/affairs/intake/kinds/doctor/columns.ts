import type { ColumnUse } from '../../tables/columns'

/** Groups of headings whose names and numbers are not the resident's. */
const others = /医生|医师|团队|机构|监护|代理|联系人|紧急|经办/
export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  name: { holds: 'name', required: true, merged: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, merged: true, sole: true, notBelow: others },
  gender: {},
  clinic: { merged: true },
  doctor: { holds: 'called', required: true, merged: true, sole: true },
  doctor_phone: { holds: 'phone' },
  signed_on: { holds: 'date' },
  group: {},
  visits: {},
  remark: {},
} satisfies Record<string, ColumnUse>
export type DoctorKey = keyof typeof columns
