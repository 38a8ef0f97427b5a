import type { ColumnUse } from '../../tables/columns'
import type { Table } from '../../tables/find-table'
import { isPlan, paysCards, wordsOf } from '../../tables/list-kinds'

/** Groups of headings whose names and numbers are not those of who is paid for the land. */
const others = /监护|代理|代领|经办|联系人|紧急|开户|账户|持卡|转出|流出|审批|审核/
/** What is paid for one 亩 is no amount. */
const aMu = /[/每]亩|亩均|标准|单价/

export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  group: { merged: true },
  name: { holds: 'name', required: true, merged: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, merged: true, sole: true, notBelow: others },
  project: { merged: true },
  year: { merged: true },
  period: { merged: true },
  unit_price: {},
  contract_area_mu: {},
  area_mu: {},
  amount: { holds: 'amount', required: true, sole: true, notBelow: aMu },
  card: { holds: 'card' },
  bank: {},
  account_name: { holds: 'called' },
  phone: { holds: 'phone' },
  remark: {},
} satisfies Record<string, ColumnUse>
export type FarmlandKey = keyof typeof columns

const named = /耕地(地力)?(保护)?补|地力保护|农业支持保护|农业三项补贴|种粮(农民)?(直接)?补|粮食直补|农资综合(直补|补贴)|良种补贴/

/** Land tells it from other lists of people with money; without, the title must, and no card stand in it. */
export function isFarmlandList(tables: Table[], fileName: string): boolean {
  const words = wordsOf(tables, fileName)
  if (isPlan(words)) return false
  const hasLand = tables.some(
    ({ at, headings, groups }) =>
      at.has('area_mu') ||
      at.has('contract_area_mu') ||
      // 补贴标准 stands in lists of all kinds.
      [headings.get('unit_price') ?? '', ...(groups.get('unit_price') ?? [])].some((text) => text.includes('亩')),
  )
  return hasLand || (named.test(words) && !paysCards(tables))
}
