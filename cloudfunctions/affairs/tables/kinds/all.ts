import { comings, leavings } from '#domain/register/events'
import type { TableName } from '#domain/tables/names'
import { eventList } from './events'
import { moneySheet } from './money-sheet'
import { personSheet } from './person-sheet'
import { registerList } from './register-list'
import type { TableKind } from './table-kind'

/** Every table that may be taken away. */
export const tableKinds: Record<TableName, TableKind> = {
  register: registerList,
  persons: personSheet,
  recognised: eventList('认定名单', '一段时间里新认定、恢复的人，哪天、什么原因、谁定的', comings),
  exited: eventList('退出名单', '一段时间里退出、去世的人，哪天、什么原因、谁定的', leavings),
  money: moneySheet,
}
