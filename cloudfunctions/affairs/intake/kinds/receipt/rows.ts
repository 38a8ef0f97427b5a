import type { Fen } from '#domain/money/money'
import type { ReceiptState } from '#domain/money/bank-results'
import type { Day, Month } from '#domain/time/dates'
import type { RowPlace } from '../../tables/data-rows'
import type { VersionOfFile } from '../../writing/versions'

/** A line of a bank receipt. `amountFen` in 分; `stated` is the month that the line itself names. */
export interface ReceiptRow {
  card: string
  amountFen: Fen
  state: ReceiptState
  code: string
  text: string
  postedOn: Day | null
  stated: Month | null
  /** Its number in the file that the bank was given, where the bank repeats it. */
  serial?: number
  at: RowPlace
}

/**
 * What a receipt as a whole says: the day of the batch, which tells a second try from the first; when most of it was paid; the
 * month that it states.
 */
export interface ReceiptBatch {
  day: Day
  paidOn: Day
  stated: Month | null
  lines: number
}

/** What a receipt as a whole says, and which telling of its source it is. */
export interface Receipts {
  version: VersionOfFile
  batch: ReceiptBatch
}
