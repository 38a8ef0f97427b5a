import type { Programme } from '../county/county'
import { periodForm, sayPeriod, type Period } from '../time/list-periods'
import { normalisePeriod } from '../time/periods'

/** What tells one due 一笔应发 from another, in whatever records it stands. */
export interface ClaimParts {
  programme: string
  personId: string
  /** Null while the person is on no register. */
  householdId: string | null
  /** As the record writes it: 2026年10月, 2026年第三季度, 2026-Q3. */
  period: string
}

/**
 * Whose, programme and period: what joins an entitlement, plan rows, lines of batches, receipts and confirmations. Money that is
 * paid to the head is the household's, whoever heads it; all other is the person's. `personId` is the one kept where two entries
 * are one person.
 */
export const claimKey = (
  programmes: ReadonlyMap<string, Pick<Programme, 'paidTo'>>,
  { programme, personId, householdId, period }: ClaimParts,
): string => `${programme}/${whoseOf(programmes, { programme, personId, householdId })}/${saidPeriod(period)}`

const saidPeriod = (period: string): string => (periodForm.test(period) ? sayPeriod(period as Period) : normalisePeriod(period))

/** Id of the household or person that a due belongs to. */
export const whoseOf = (
  programmes: ReadonlyMap<string, Pick<Programme, 'paidTo'>>,
  { programme, personId, householdId }: Omit<ClaimParts, 'period'>,
): string => (programmes.get(programme)?.paidTo === 'head' && householdId !== null ? householdId : personId)

/** Why money that is due has not come, in the county's words. */
export const outstandingNames = {
  'not-ordered': '该发，还没有排进计划',
  planned: '排进了计划，还没有编批次',
  drafted: '编进了批次，还没有交银行',
  held: '核对中，先不发',
  'left-out': '核对后决定不发',
  'at-bank': '银行正在发',
  unanswered: '银行没有回音',
  unclear: '银行的答复看不明白',
  refused: '银行没有入账',
  returned: '到账后又退回',
  mending: '账户改好了，等重发',
  short: '发少了',
} as const
export type OutstandingReason = keyof typeof outstandingNames

/** Why more or other money came than was due. */
export const surplusNames = {
  twice: '同一笔发了两次',
  'after-death': '去世以后发的',
  'after-exit': '退出以后发的',
  'not-entitled': '不该领这一项',
  'too-much': '发多了',
  'wrong-account': '进了别人的账户',
} as const
export type SurplusReason = keyof typeof surplusNames
