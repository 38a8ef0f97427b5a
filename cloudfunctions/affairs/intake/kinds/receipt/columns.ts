import { compactOf, isBlank } from '#domain/files/cells'
import type { ColumnUse } from '../../tables/columns'
import type { Table } from '../../tables/find-table'

/** A list of what was not paid, by its title or name; not a plan that pays it again. */
const ofFailures =
  /^(?!.*(补发|重发|再发|二次|计划)).*(退票|退汇|(?<!成功[、,，及和与或/]?)失败|未成功|不成功|未入账|未到账)的?(代发|发放|支付|入账)?(数据|情况|人员|记录)?(清单|名单|名册|花名册|明细表?|一览表|登记表|汇总表|表|回执)/
export const columns = {
  serial: {},
  card: { holds: 'card', required: true, sole: true },
  account_name: { holds: 'name' },
  amount: { holds: 'amount', required: true, sole: true },
  result_code: {
    sole: true,
    required: true,
    orTitle: ofFailures,
    orFileName: true,
    orIn: { key: 'result_text', words: '没有写成功还是失败的列，只有一列原因：是不是里面的都没有发成' },
  },
  result_text: { sole: true },
  month: {},
  posting_date: { holds: 'date', sole: true },
  remark: {},
} satisfies Record<string, ColumnUse>
export type ReceiptKey = keyof typeof columns

/** Whether nothing in it came into an account: its title or name says so, and it has no column of results. */
export const isOfFailures = ({ at, title, sheet }: Table, fileName: string): boolean =>
  !at.has('result_code') && [...title, sheet, compactOf(fileName)].some((text) => ofFailures.test(text))

/** 失败原因, 退票原因: whatever stands below it was not paid. */
export const saysWhyNot = (heading: string): boolean => /(失败|退票|退汇|退回|未成功|不成功|未发成?|拒绝).*(原因|说明|理由)/.test(heading)

/** A plan may have columns for the bank's answer too, still blank. */
export const isReceipt = (tables: Table[], fileName: string): boolean =>
  tables.some((table) => isOfFailures(table, fileName)) ||
  tables.some(({ at, body }) => body.some(({ cells }) => ['result_code', 'result_text'].some((key) => !isBlank(cells[at.get(key) ?? -1]))))
