import type { AwardLine, PaymentLine } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { sayState } from '#domain/money/ledger'
import { yuan } from '#domain/money/money'
import { sayPeriodShort } from '#domain/time/list-periods'
import type { Fault } from '../../../ui/read/use-fault'

/** What is wrong with a correction, and where, or nothing. */
export function correctionFault(part: string | undefined, words: string): Fault | undefined {
  if (part === undefined) return { field: 'part', words: '请先选哪里不对。' }
  return words.trim().length < 2 ? { field: 'correction-words', words: '请写几个字，说说哪里不对。' } : undefined
}

/** The payments that one is likely to ask about: those that have not come. */
export const paymentsToAskAbout = (lines: readonly PaymentLine[]): PaymentLine[] =>
  lines.filter(({ state, retriedIn }) => state !== 'credited' && !retriedIn)

/** 残疾人护理补贴 250 元（2026年10月，未到 · 户名不符）. */
export const sayPayment = (line: PaymentLine, today: Day): string =>
  `${line.name} ${yuan(line.dueFen)} 元（${line.period}，${sayState(line, today)}）`

/** 重度残疾人护理补贴 750 元（第三季度，县残疾人联合会的名册）. */
export const sayAward = ({ name, amountFen, period, agency }: AwardLine, today: Day): string =>
  `${name} ${yuan(amountFen)} 元（${sayPeriodShort(period, today)}，${agency || '部门'}的名册）`
