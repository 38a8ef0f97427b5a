import { comings, leavings } from '#domain/register/events'
import type { TableName } from '#domain/tables/names'
import { eventList } from './events'
import { moneySheet } from './money-sheet'
import { personSheet } from './person-sheet'
import { registerList } from './register-list'
import type { TableKind } from './table-kind'
import { visitSheet } from './visit-sheet'

/** Every table that may be taken away. */
export const tableKinds: Record<TableName, TableKind> = {
  register: registerList,
  persons: personSheet,
  recognised: eventList('认定名单', '一段时间里新认定、恢复的人，哪天、什么原因、谁定的', comings),
  exited: eventList('退出名单', '一段时间里退出、去世的人，哪天、什么原因、谁定的', leavings),
  money: moneySheet,
  visits: visitSheet('对象探访记录表', '一次走访一行：哪天、谁去的、见到了谁、有什么变化、农户怎么说'),
  'help-ledger': visitSheet('帮扶台账', '一次走访一行，写台账要的那几项，和听到的需求办到哪一步'),
}
