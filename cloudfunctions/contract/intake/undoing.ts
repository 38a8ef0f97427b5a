import * as z from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** How far the taking back of an import is: `done` of `of` steps. */
const undoProgress = z.object({
  sha256,
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  done: z.int(),
  of: z.int().nullable(),
  /** Chinese: what was built on it, so that it cannot be taken back. */
  fault: z.string().optional(),
  /** Documents that somebody changed in the very moment: they stayed as they are. */
  kept: z.int().optional(),
})

export const undoing = {
  /** Takes a whole import back, unless anything was built on it; asked again, tells how far that is. */
  undo: {
    input: z.object({
      sha256,
      reason: z.string().trim().min(4, '请写明为什么要撤销').max(200),
    }),
    output: undoProgress,
  },
  undoProgress: { input: z.object({ sha256 }), output: undoProgress },
}

export type UndoProgress = z.output<typeof undoProgress>
