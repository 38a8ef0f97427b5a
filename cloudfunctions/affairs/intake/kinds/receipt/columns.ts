import { isBlank } from '#domain/files/cells'
import type { ColumnUse } from '../../tables/columns'
import type { Table } from '../../tables/find-table'

export const columns = {
  serial: {},
  card: { holds: 'card', required: true, sole: true },
  account_name: { holds: 'name' },
  amount: { holds: 'amount', required: true, sole: true },
  result_code: { required: true },
  result_text: {},
  month: {},
  posting_date: { holds: 'date' },
  remark: {},
} satisfies Record<string, ColumnUse>
export type ReceiptKey = keyof typeof columns

/** A plan may have columns for the bank's answer too, still blank. */
export const isReceipt = (tables: Table[]): boolean =>
  tables.some(({ at, body }) => body.some(({ cells }) => ['result_code', 'result_text'].some((key) => !isBlank(cells[at.get(key) ?? -1]))))
