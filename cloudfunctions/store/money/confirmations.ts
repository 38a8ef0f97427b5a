import type { Fen } from '#domain/money/money'
import type { Month } from '#domain/time/dates'
import { collection, index } from '../db/collection'

/** 收到了 / 没收到 / 数目不对: what the farmer, or a relative, says of one plan row. The newest word holds; the others stay. */
export interface Confirmation {
  _id: string
  paymentId: string
  claim: string
  personId: string
  householdId: string | null
  programme: string
  month: Month
  said: 'received' | 'not-received' | 'other-amount'
  /** What came, where the amount was another, in 分. */
  cameFen: Fen | null
  by: 'own' | 'relative'
  /** The request that a dispute became. */
  requestId: string | null
  at: string
}
export const confirmations = collection<Confirmation>('confirmations', [
  index('paymentId', '-at'),
  index('householdId', '-at'),
  index('personId', '-at'),
  index('month', 'said'),
])
