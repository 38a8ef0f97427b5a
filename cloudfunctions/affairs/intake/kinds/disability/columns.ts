import type { ColumnUse } from '../../tables/columns'
import type { Table } from '../../tables/find-table'
import { isPlan, paysCards, wordsOf } from '../../tables/list-kinds'

/** Groups of headings whose names and numbers are not those of the disabled person. */
const others = /监护|代理|代领|经办|联系人|紧急|开户|账户|持卡|领款|户主|申请人|审批|审核/
/** One allowance's own columns stand below its name: they are no total of the two. */
const ofOne = /生活补|护理补|困残|重残|困难残|重度残/

/** 标准 columns come first: they take what is paid a month out of the way of what is paid. */
export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  name: { holds: 'name', required: true, merged: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, merged: true, sole: true, notBelow: others },
  gender: { notBelow: others },
  birth: { notBelow: others },
  disability_cert: { merged: true },
  disability_type: { merged: true },
  disability_grade: { merged: true },
  allowance: { merged: true },
  year: { merged: true },
  period: { merged: true },
  living_standard: {},
  care_standard: {},
  standard: { notBelow: ofOne },
  months: {},
  living_allowance: { holds: 'amount', among: 'amount', sole: true, notBelow: /标准/ },
  care_allowance: { holds: 'amount', among: 'amount', sole: true, notBelow: /标准/ },
  total: { holds: 'amount', among: 'amount', sole: true, notBelow: ofOne },
  card: { holds: 'card' },
  bank: {},
  account_name: { holds: 'called' },
  guardian: {},
  phone: { holds: 'phone' },
  remark: {},
} satisfies Record<string, ColumnUse>
export type DisabilityKey = keyof typeof columns

const named = /两项补贴|残疾人?(生活|护理|困难|重度)?补(贴|助)|残疾人(困难)?生活补|重度?残疾?人?护理补|困残|重残/

/** Its own columns tell it from other lists of people with money; without them the title must, and no card stand in it. */
export function isDisabilityList(tables: Table[], fileName: string): boolean {
  const words = wordsOf(tables, fileName)
  if (isPlan(words)) return false
  const has = (...keys: DisabilityKey[]) => tables.some(({ at }) => keys.some((key) => at.has(key)))
  const describes = has('disability_cert', 'disability_grade', 'disability_type')
  const pays = has('living_allowance', 'care_allowance')
  return (describes && (pays || named.test(words))) || ((pays || named.test(words)) && !paysCards(tables))
}
