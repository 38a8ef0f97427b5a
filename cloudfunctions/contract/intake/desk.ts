import * as z from 'zod'
import { day } from '../call/dates'
import { fen } from '../call/money'
import { fileKinds } from './file-kinds'
import { look } from './look'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const agencyId = z.string().max(60)

/** So much of a file comes in one part, bytes: the text of a request is at most 100 KB on CloudBase. */
const uploadPartBytes = 65_536

const importLine = z.object({
  sha256,
  fileName: z.string(),
  kind: z.enum(fileKinds).nullable(),
  kindLabel: z.string().nullable(),
  agencyId: z.string().nullable(),
  agency: z.string().nullable(),
  /** When it was asked for, and by whom; null from the terminal. */
  at: z.string(),
  by: z.string().nullable(),
  /** The day that it speaks of. */
  spokenOn: day.nullable(),
  state: z.enum(['running', 'done', 'refused', 'undoing', 'undone']),
  rows: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  warned: z.int(),
  amountFen: fen,
  /** Chinese: why it was refused as a whole. */
  refused: z.string().optional(),
  /** How often it was taken back, the last time first. */
  undone: z.array(z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() })),
  /** Whether it may be asked for; whether anything stands on it is found out then. */
  can: z.object({ undo: z.boolean() }),
})

const freshLine = z.object({
  agencyId: z.string(),
  agency: z.string(),
  kind: z.enum(fileKinds),
  kindLabel: z.string(),
  /** The newest file; null while none has come. */
  lastFile: z.string().nullable(),
  spokenOn: day.nullable(),
  /** Days since then. */
  days: z.int().nullable(),
  /** A newer one is due after so many days; null where the county pack says nothing. */
  everyDays: z.int().nullable(),
  late: z.boolean(),
  /** 县残联的名册已 94 天未更新 */
  words: z.string(),
})

/** What officers do at the desk of departments' files. */
export const desk = {
  /** A part of a file; the last one gives its hash. Sent again, a part is the same part. */
  upload: {
    input: z.object({
      upload: z.uuid(),
      fileName: z.string().trim().min(1).max(200),
      part: z.int().min(0).max(1599),
      parts: z.int().min(1).max(1600),
      base64: z.base64().max(Math.ceil(uploadPartBytes / 3) * 4),
    }),
    output: z.object({ received: z.int(), sha256: sha256.optional(), seenBefore: z.boolean().optional() }),
  },
  /** What a file says and would change; nothing is written. Asked once more it tells how far the look is; with `again` it looks anew. */
  look: {
    input: z.union([
      z.object({ sha256, again: z.boolean().default(false) }),
      /** From the terminal: nothing of it is kept. */
      z.object({ fileName: z.string().min(1).max(200), fileID: z.string().min(1).max(500) }),
    ]),
    output: z.object({
      sha256,
      state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
      fault: z.string().optional(),
      look: look.optional(),
    }),
  },
  /** Files that were taken in, the newest first. `page`: `next` of the page before. */
  history: {
    input: z.object({ agencyId: agencyId.optional(), kind: z.enum(fileKinds).optional(), page: z.string().max(120).optional() }),
    output: z.object({ imports: z.array(importLine), next: z.string().optional() }),
  },
  /** How old each agency's newest file of each kind is. */
  freshness: {
    input: z.object({}),
    output: z.object({
      lines: z.array(freshLine),
      /** Every kind that can be taken in. */ kinds: z.array(z.object({ kind: z.enum(fileKinds), label: z.string() })),
    }),
  },
  /** An empty workbook with a kind's headings, each explained. */
  template: { input: z.object({ kind: z.enum(fileKinds) }), output: z.object({ fileName: z.string(), base64: z.string() }) },
}

export type ImportLine = z.output<typeof importLine>
export type FreshLine = z.output<typeof freshLine>
