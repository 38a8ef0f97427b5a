import * as z from 'zod'
import { day } from '../call/dates'
import { fileKinds } from './file-kinds'

/** Rows that were refused, or taken in with a warning: seen by agency, reason and file, mended in place or in a file that is sent back. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const filter = {
  agencyId: z.string().max(60).optional(),
  code: z.string().max(60).optional(),
  sha256: sha256.optional(),
}
/** As `next` gave it. */
const page = z.string().max(400).optional()

/** Where a row stands, and whose file it is of. `row` as Excel shows it. */
const place = {
  sha256: z.string(),
  fileName: z.string(),
  agencyId: z.string().nullable(),
  agency: z.string(),
  sheet: z.string(),
  row: z.int(),
  since: day,
  /** Days since. */
  days: z.int(),
}

const offered = z.object({ id: z.string(), column: z.int(), question: z.string() })

const refusedRow = z.object({
  id: z.string(),
  ...place,
  kind: z.enum(fileKinds),
  code: z.string(),
  label: z.string(),
  reason: z.string(),
  /** Somebody has mended it, and it is being taken in. */
  underway: z.boolean(),
  /** From the left; `failed` is the cell at fault. What stands there is sent back by `mend`, in the same order of `column`. */
  cells: z.array(z.object({ column: z.int(), heading: z.string(), text: z.string(), failed: z.boolean() })),
  /** What it may be, where only one thing is possible: whoever knows accepts it by its id. */
  offer: offered.optional(),
  /** Several who may be meant, each by masked number: the row waits until a person says which, or none. */
  choices: z.array(offered).optional(),
})

const warnedRow = z.object({
  id: z.string(),
  ...place,
  code: z.string(),
  message: z.string(),
  seen: z.object({ by: z.string(), at: z.string(), words: z.string() }).optional(),
})

const counts = z.array(
  z.object({ agencyId: z.string().nullable(), agency: z.string(), code: z.string(), label: z.string(), rows: z.int() }),
)

const mendOutcome = z.object({
  sheet: z.string(),
  row: z.int(),
  /** `late`: somebody else was quicker; `gone`: nobody waits for it. */
  state: z.enum(['mended', 'wrong', 'late', 'gone']),
  words: z.string(),
})

export const refusedActions = {
  /** Refused rows that nobody has mended yet, the file's order; and how many of which agency for which reason, of all pages. */
  quarantine: {
    input: z.object({ ...filter, page }),
    output: z.object({ rows: z.array(refusedRow), counts, next: z.string().optional() }),
  },
  /** Rows that were taken in and that somebody must look at; with `all` also those that were. */
  warned: {
    input: z.object({ ...filter, all: z.boolean().default(false), page }),
    output: z.object({ rows: z.array(warnedRow), counts, next: z.string().optional() }),
  },
  /** Says of warnings that one has looked, in one's own words. */
  seen: {
    input: z.object({ ids: z.array(z.string().max(40)).min(1).max(200), words: z.string().trim().min(2, '请写一句看的结果').max(200) }),
    output: z.object({ seen: z.int() }),
  },
  /**
   * Mends rows of one file: cells by column, blank ones empty; or an offer accepted. Each is checked at once, the sound ones go in.
   */
  mend: {
    input: z.object({
      sha256,
      rows: z
        .array(
          z.object({
            sheet: z.string().max(100),
            row: z.int().min(1),
            cells: z.array(z.string().max(2000).nullable()).max(500).optional(),
            accept: z.string().max(40).optional(),
          }),
        )
        .min(1)
        .max(200),
    }),
    output: z.object({
      rows: z.array(mendOutcome),
      /** False: a large file is still being read; `progress` of it tells how far. */
      done: z.boolean(),
    }),
  },
  /** Puts refused rows aside that need not go in, with the reason. */
  dropRows: {
    input: z.object({ ids: z.array(z.string().max(40)).min(1).max(200), why: z.string().trim().min(4, '请写明为什么不用收').max(200) }),
    output: z.object({ dropped: z.int() }),
  },
  /** What was mended of a file: by whom, when, from what to what. */
  mends: {
    input: z.object({ sha256 }),
    output: z.object({
      mends: z.array(
        z.object({
          ...{ sheet: z.string(), row: z.int(), at: z.string(), by: z.string() },
          way: z.enum(['in-place', 'offered', 'file']),
          changed: z.array(z.object({ heading: z.string(), from: z.string(), to: z.string() })),
        }),
      ),
    }),
  },
  /** Refused rows as a workbook, part by part: the reason as a comment on the cell; it may be sent back corrected. */
  quarantineFile: {
    input: z.object({ ...filter, part: z.int().min(0).max(1000).default(0) }),
    output: z.object({ fileName: z.string(), rows: z.int(), parts: z.int(), base64: z.string() }),
  },
  /** How long rows wait at each agency: those that one answers for. */
  life: {
    input: z.object({}),
    output: z.object({
      agencies: z.array(
        z.object({
          ...{ agencyId: z.string().nullable(), agency: z.string(), open: z.int(), mended: z.int(), unseen: z.int() },
          oldest: day.nullable(),
          /** From refused to mended, half of them in fewer days; null where none was. */
          medianDays: z.number().nullable(),
        }),
      ),
    }),
  },
}
