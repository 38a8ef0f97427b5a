import type { Fen } from '#domain/money/money'
import type { AtWork } from '#kernel/jobs/kind'
import type { Batch } from '#store/money/batches'
import type { OnePerson } from '../../persons/one-person'

/** Somebody's money as a source of a batch has it. Amounts in 分. */
export interface DraftRow {
  key: string
  paymentId: string | null
  claim: string
  personId: string
  householdId: string | null
  forWhom: string | null
  programme: string
  period: string
  amountFen: Fen
  accountName: string
  cardSealed: string
  cardIndex: string
  reissueOf: string | null
}

/** Where a source's next page begins. */
export interface DraftAt {
  part: number
  row: number | null
  after: string
  /** Of a plan: its files, from the first page on. */
  files?: string[]
}
export const firstPage: DraftAt = { part: 0, row: null, after: '' }

/** Rows of one page, and where the next begins; nothing after the last. */
export interface DraftPage {
  rows: DraftRow[]
  next: DraftAt | undefined
}

export interface Drafting {
  on: AtWork
  batch: Batch
  one: OnePerson
  size: number
}
