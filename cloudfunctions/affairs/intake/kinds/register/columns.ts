import { compactOf } from '#domain/files/cells'
import type { ColumnUse } from '../../tables/columns'
import type { Table } from '../../tables/find-table'

/** Groups of headings whose names and numbers are not the member's own. */
const notMembers = /申请人|户主|户代表|监护|代理|代领|经办|联系人|紧急|干部|帮扶|赡养|抚养/

/** How civil affairs head the columns of a register. Household columns come first: their blank cells mean “as above”. */
export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true, required: true },
  head_name: { holds: 'name', sole: true },
  head_id: { holds: 'id-number', sole: true },
  member_count: {},
  name: { holds: 'name', required: true, sole: true, notBelow: notMembers, standIn: { key: 'head_name', unless: 'relation' } },
  relation: { holds: 'relation', among: 'register' },
  id: { holds: 'id-number', required: true, sole: true, notBelow: notMembers, standIn: { key: 'head_id', unless: 'relation' } },
  gender: {},
  birth: { holds: 'date' },
  category: { merged: true },
  certificate_no: {},
  monthly_amount: { holds: 'amount', sole: true, among: 'register' },
  start_month: { holds: 'date' },
  phone: { holds: 'phone', notBelow: /监护|代理|代领|经办|紧急|干部|帮扶|医生/ },
  remark: {},
} satisfies Record<string, ColumnUse>
export type RegisterKey = keyof typeof columns

/** Without a column of relations: 特困 live on their own, and the title must say that it is their register. */
export const isRegister = (tables: Table[]): boolean =>
  tables.every(
    ({ at, title, sheet }) =>
      at.has('relation') ||
      (!at.has('head_name') &&
        !at.has('head_id') &&
        [...title, sheet].some((text) => ofDestitute.test(compactOf(text)) && !paid.test(text))),
  )
const ofDestitute = /(特困|五保).*(名册|名单|台账|信息表|登记表|一览表|情况表|统计表)/
const paid = /发放|打卡|退出|停发|核销|终止|死亡/

/** A register that says nobody's relation: of heads only, perhaps, and the other people of their households are missing. */
export const isWithoutRelations = (tables: Table[], fileName: string): string | undefined => {
  const told = [fileName, ...tables.flatMap(({ title, sheet }) => [...title, sheet])].map(compactOf)
  if (!told.some((text) => ofThePoor.test(text)) || told.some((text) => paid.test(text))) return undefined
  return tables.every(({ at }) => !at.has('relation'))
    ? '这份名册没有“与户主关系”这一列，每一行会当作一户的户主，一户只有他一个人。是不是只有户主的名册'
    : undefined
}
const ofThePoor = /(低保|最低生活保障|低边|边缘|特困|五保|低收入|困难|救助|户主).*(名册|名单|台账|信息表|登记表|一览表|情况表|统计表)/
