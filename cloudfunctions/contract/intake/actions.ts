import * as z from 'zod'
import { directing } from './directing'
import { refusedActions } from './refused'
import { desk } from './desk'
import { importResult } from './result'
import { undoing } from './undoing'

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
   * Takes in one department file that lies in storage, or, by its hash, one that an officer sent; each row is accepted or quarantined,
   * none is dropped. A small one is done when this answers; a larger one goes on by itself, and `progress` tells how far it is.
   */
  import: {
    input: z.union([z.object({ fileName: z.string().min(1).max(200), fileID: z.string().min(1).max(500) }), z.object({ sha256 })]),
    output: importProgress,
  },
  progress: { input: z.object({ sha256 }), output: importProgress },
  /** Ends an import of which nothing is written yet, and forgets its file. */
  cancel: { input: z.object({ sha256 }), output: importProgress },
  /** Goes on with imports that wait; `more`: there was not time for all. Called every minute, or again at once. */
  work: { input: z.object({}), output: z.object({ worked: z.boolean(), more: z.boolean() }) },
  ...directing,
  ...refusedActions,
  /** The original of a file that was taken in, by its hash, for evidence: part by part, after a step-up, on record. */
  original: {
    input: z.object({
      sha256,
      part: z.int().min(0).max(1000).default(0),
      reason: z.string().trim().min(4, '请写明为什么要取原件').max(200),
    }),
    output: z.object({ fileName: z.string(), parts: z.int(), base64: z.string() }),
  },
  ...undoing,
  ...desk,
}

export type ImportProgress = z.output<typeof importProgress>
export type { FileKind } from './file-kinds'
export type { ImportResult, RowReason } from './result'
