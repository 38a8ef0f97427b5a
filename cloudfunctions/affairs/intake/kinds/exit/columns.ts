import type { ColumnUse } from '../../tables/columns'

/** Groups of headings whose names and numbers are not those of who the row is about. */
const others = /监护|代理|代领|经办|联系人|紧急|审批|审核|批准/
export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  name: { holds: 'name', required: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, sole: true, notBelow: others },
  reason: { required: true, merged: true },
  evidence: { merged: true },
  approver: { merged: true },
  exit_date: { holds: 'date', required: true, merged: true },
  remark: {},
} satisfies Record<string, ColumnUse>
export type ExitKey = keyof typeof columns
