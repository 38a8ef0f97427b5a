import * as z from 'zod'
import { fen } from '../call/money'

/** The kinds of department file that intake knows. */
export const fileKinds = ['register', 'payment-plan', 'bank-receipt', 'pairing', 'doctor', 'dividend', 'exit'] as const

/** Why a row was not taken in, or what somebody must look at in one that was. `row` as Excel shows it. */
const rowReason = z.object({
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

/** What became of one file. Amounts in 分; `rows` = accepted + quarantined, always. */
const importResult = z.object({
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
  versions: z
    .array(
      z.object({
        file: z.string(),
        scope: z.string(),
        later: z.boolean(),
        whole: z.boolean(),
        added: z.int(),
        removed: z.int(),
        changed: z.int(),
        beforeFen: fen,
        afterFen: fen,
      }),
    )
    .optional(),
  /** For a file that could not be taken in at all: why, and what to do. */
  refused: z.string().optional(),
  /** Every quarantined row and every warning, sheet by sheet and row by row; of very many, the first. */
  reasons: z.array(rowReason).optional(),
})

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** How far an import is: `done` of `of` rows are written; `of` is unknown until the file is read. */
const importProgress = z.object({
  sha256,
  /** `waiting`: under way, or waiting for its turn. */
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  done: z.int(),
  of: z.int().nullable(),
  /** Chinese: why it failed, and what to do. */
  fault: z.string().optional(),
  /** Once it is done, also of a file that was refused. */
  result: importResult.optional(),
})

export const intake = {
  /**
   * Takes in one department file that lies in storage; each row is accepted or quarantined, none is dropped. A small one is done when
   * this answers; a larger one goes on by itself, and `progress` tells how far it is.
   */
  import: {
    input: z.object({ fileName: z.string().min(1).max(200), fileID: z.string().min(1).max(500) }),
    output: importProgress,
  },
  progress: { input: z.object({ sha256 }), output: importProgress },
  /** Ends an import of which nothing is written yet, and forgets its file. */
  cancel: { input: z.object({ sha256 }), output: importProgress },
  /** Goes on with imports that wait; `more`: there was not time for all. Called every minute, or again at once. */
  work: { input: z.object({}), output: z.object({ worked: z.boolean(), more: z.boolean() }) },
  /** The original of a file that was taken in, by its hash, for evidence: part by part, after a step-up, on record. */
  original: {
    input: z.object({
      sha256,
      part: z.int().min(0).max(1000).default(0),
      reason: z.string().trim().min(4, '请写明为什么要取原件').max(200),
    }),
    output: z.object({ fileName: z.string(), parts: z.int(), base64: z.string() }),
  },
}

export type RowReason = z.output<typeof rowReason>
export type ImportProgress = z.output<typeof importProgress>
export type ImportResult = z.output<typeof importResult>
export type FileKind = (typeof fileKinds)[number]
