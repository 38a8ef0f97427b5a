import { plainHeading } from '../../tables/headings'
import type { ColumnUse } from '../../tables/columns'

/** Groups of headings whose names and numbers are not those of who it happened to. */
const others = /监护|代理|代办|申请|申报|经办|联系人|紧急|家属|亲属|户主|医师|医生|承办/

/** The days choose in this order: the event's own before that of its registration. */
export const columns = {
  serial: {},
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  name: { holds: 'name', required: true, sole: true, notBelow: others },
  id: { holds: 'id-number', required: true, sole: true, notBelow: others },
  gender: { notBelow: others },
  birth: { holds: 'date', notBelow: others },
  event_type: { merged: true },
  event_date: { holds: 'date', required: true },
  died_on: { holds: 'date' },
  moved_on: { holds: 'date' },
  registered_on: { holds: 'date' },
  moved_to: {},
  address: { notBelow: others },
  cause: {},
  remark: {},
} satisfies Record<string, ColumnUse>
export type VitalKey = keyof typeof columns

/** What kind of event a column of days is about: 死亡日期 only of deaths, 发生日期 of any, 登记日期 of none itself. */
export function senseOf(heading: string): 'died' | 'moved' | 'any' | 'registered' {
  const plain = plainHeading(heading)
  if (/登记|注销|销户|火化|办理|受理|录入|开具|报告|上报|签发|审批/.test(plain)) return 'registered'
  if (/死亡|去世|亡故|病故|身故|已故|逝世|过世/.test(plain)) return 'died'
  return /迁|移|落户/.test(plain) ? 'moved' : 'any'
}
