import type { ColumnUse } from '../../tables/columns'

/** Groups of headings whose names and numbers are the helper's, not the household's. */
const helpers = /干部|责任人|帮扶人|联系人|监护|党员/
export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  id: { holds: 'id-number', required: true, merged: true, sole: true, notBelow: helpers },
  head_name: { holds: 'name', required: true, merged: true, sole: true, notBelow: helpers },
  helper_unit: { merged: true, notBelow: /户主|农户|帮扶对象|结对户/ },
  helper: { holds: 'called', required: true, merged: true, sole: true },
  helper_post: { merged: true },
  helper_mobile: { holds: 'phone', merged: true, notBelow: /户主|农户|帮扶对象|结对户/ },
  measures: {},
  last_visit: { holds: 'date' },
  remark: {},
} satisfies Record<string, ColumnUse>
export type PairingKey = keyof typeof columns
