import * as z from 'zod'
import { fen } from '../call/money'
import { fileKinds } from './file-kinds'
import { lookQuestion } from './question'

/** Why a row was not taken in, or what somebody must look at in one that was. `row` as Excel shows it. */
export const rowReason = z.object({
  sheet: z.string(),
  row: z.int(),
  outcome: z.enum(['quarantined', 'warned']),
  /** The column that a quarantined row failed in, by the kind's own name. */
  field: z.string().optional(),
  /** Stable, e.g. id_check_digit. */
  code: z.string(),
  /** Chinese: what is wrong, and what to do. */
  message: z.string(),
})

/** What one file differs in from an earlier one of the same source and month. Amounts in 分. */
export const fileDifference = z.object({
  file: z.string(),
  scope: z.string(),
  later: z.boolean(),
  whole: z.boolean(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  beforeFen: fen,
  afterFen: fen,
})

/** What became of one file. Amounts in 分; `rows` = accepted + quarantined, always. */
export const importResult = z.object({
  file: z.string(),
  /** Absent when the file is of no known kind. */
  kind: z.enum(fileKinds).optional(),
  sha256: z.string(),
  rows: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  warned: z.int(),
  /** Sum of the accepted rows' main amount. */
  amountFen: fen,
  /** True when this very file (same hash) had been taken in before: nothing was changed. */
  seenBefore: z.boolean(),
  /** Documents added and changed by this import. */
  added: z.int(),
  changed: z.int(),
  /**
   * Earlier files of the same source and month that this one is another version of: what differs. Amounts in 分; `later` is
   * false when this one is the older.
   */
  versions: z.array(fileDifference).optional(),
  /** For a file that could not be taken in at all: why, and what to do. */
  refused: z.string().optional(),
  /** For refused rows that came back corrected: how many went in, as mends of the files they are of. */
  mends: z.int().optional(),
  /** For one that waits for answers: what is asked. */
  questions: z.array(lookQuestion).optional(),
  /** Every quarantined row and every warning, sheet by sheet and row by row; of very many, the first. */
  reasons: z.array(rowReason).optional(),
})

export type RowReason = z.output<typeof rowReason>
export type ImportResult = z.output<typeof importResult>
