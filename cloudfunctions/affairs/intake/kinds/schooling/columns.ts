import type { ColumnUse } from '../../tables/columns'
import type { Table } from '../../tables/find-table'
import { isPlan, paysCards, wordsOf } from '../../tables/list-kinds'

/** Groups of headings whose names and numbers are not the pupil's. */
const others = /监护|家长|父亲|母亲|父母|户主|法定|代理|代领|经办|联系人|紧急|开户|账户|持卡|领款|班主任|审批|审核/

export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  guardian: {},
  guardian_id: { holds: 'id-number' },
  relation: {},
  name: { holds: 'name', required: true, merged: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, merged: true, sole: true, notBelow: others },
  gender: { notBelow: others },
  birth: { notBelow: others },
  school: { merged: true },
  stage: { merged: true },
  grade: {},
  subject: {},
  project: { merged: true },
  year: { merged: true },
  period: { merged: true },
  amount: { holds: 'amount', required: true, sole: true, notBelow: /[/每][月天日次餐]/ },
  standard: {},
  card: { holds: 'card' },
  bank: {},
  account_name: { holds: 'called' },
  phone: { holds: 'phone' },
  remark: {},
} satisfies Record<string, ColumnUse>
export type SchoolingKey = keyof typeof columns

const named = /雨露|助学|学生(资助|补助|生活补助)|教育(资助|扶贫|救助)|春雨|奖学金|学费减免|免学费|寄宿生|营养餐|两免一补|学前资助/

/** Schools tell it from other lists of people with money; without, the title must, and no card stand in it. */
export function isSchoolingList(tables: Table[], fileName: string): boolean {
  const words = wordsOf(tables, fileName)
  if (isPlan(words)) return false
  const hasSchools = tables.some(({ at }) => ['school', 'stage', 'grade'].some((key) => at.has(key)))
  return hasSchools ? named.test(words) || tables.some(({ at }) => at.has('school')) : named.test(words) && !paysCards(tables)
}
