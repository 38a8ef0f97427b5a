import { detectors } from '../alerts/detectors/all'

/** What the checks of a batch find beside what detectors find in any plan, in words. */
const ownChecks = {
  no_card: '没有卡号',
  bad_card: '卡号不对',
  no_account_name: '没有户名',
  no_amount: '金额是零或者负数',
  card_shared: '两户人用一张卡',
  programme_unknown: '项目不认得',
  not_entitled: '不该领这一项',
  amount_not_due: '和应发的数不一样',
  sent_unchanged: '银行没入账，账户没有改',
  came_already: '已经到账了',
  left_out_before: '以前的批次核对后没有发',
  receipt_differs: '回执和人记下的不一样',
  plan_changed: '计划后来改了',
} as const

/** The detectors whose rules are asked about a batch before its money goes, too. */
export const checkedDetectors = [
  'duplicate_payment',
  'not_on_register',
  'account_name_mismatch',
  'paid_after_death',
  'amount_mismatch',
  'excluded_together',
] as const

export type CheckCode = keyof typeof ownChecks | (typeof checkedDetectors)[number]

/** What a doubt is called in a list. */
export const checkName = (code: string): string =>
  (ownChecks as Record<string, string>)[code] ?? (detectors as Record<string, { name: string }>)[code]?.name ?? code
