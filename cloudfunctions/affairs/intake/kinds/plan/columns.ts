import type { ColumnUse } from '../../tables/columns'

/** Groups of headings whose names and numbers are not those of who is paid for. */
const others = /监护|代理|代领|经办|联系人|紧急|开户|账户|持卡|审批|审核/
export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  account_name: { holds: 'called', merged: true },
  name: { holds: 'name', required: true, merged: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, merged: true, sole: true, notBelow: others },
  card: { holds: 'card', required: true, merged: true, sole: true },
  project: { required: true, merged: true, orTitle: /补贴|补助|直补|救助|低保|供养|抚恤|奖励/ },
  month: { merged: true },
  period: { merged: true },
  amount: { holds: 'amount', required: true, sole: true },
  remark: {},
} satisfies Record<string, ColumnUse>
export type PlanKey = keyof typeof columns
