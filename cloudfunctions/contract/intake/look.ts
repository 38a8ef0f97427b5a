import * as z from 'zod'
import { fen } from '../call/money'
import { day } from '../call/dates'
import { fileDifference, rowReason } from './result'
import { lookQuestion } from './question'

/** What is understood of a file before anything of it is written, and what would come of it. Nothing here is on record as a fact. */

/** How sure a column's meaning is: said by its heading, made out from its cells, or nobody can tell. */
const confidences = ['sure', 'likely', 'unknown'] as const

/** One column as it stands in a sheet, from 0. */
const lookColumn = z.object({
  column: z.int(),
  /** Its headings, topmost first, as one text; '' where it has none. */
  heading: z.string(),
  /** The kind's own name for it; null for one that is not read. */
  key: z.string().nullable(),
  /** What officers call that. */
  label: z.string().nullable(),
  confidence: z.enum(confidences),
  /** Why, in Chinese: 表头写“身份证号”, or 这一列 118 个都是有效的身份证号. */
  because: z.string(),
  /** Whether a person has to say. */
  ask: z.boolean(),
})

const lookSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  /** False for one that is left aside. */
  read: z.boolean(),
  /** As Excel shows it; 0 where no headings were found. */
  headingRow: z.int(),
  /** The shape of its headings: what is said of its columns names it. */
  headings: z.string(),
  /** Month or period of its amounts, in words, where it states one of its own. */
  period: z.string().optional(),
  /** 元, 万元 … as it is read. */
  unit: z.string().optional(),
  /** Rows of it in all. */
  rowsInAll: z.int(),
  columns: z.array(lookColumn),
  /** Its first rows as they stand, headings and what is above them too. */
  first: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
})

/** What would change for whom. Counts are of households' pages unless they say otherwise. Amounts in 分. */
const effects = z.object({
  /** Households whose page will say something else. */
  households: z.int(),
  /** People in no household: they have no page yet. */
  outside: z.int(),
  /** Of both, those that get less than before, and more. */
  less: z.int(),
  more: z.int(),
  /** Of how many rows this is, where the file is so long that only its first were tried. */
  tried: z.int().optional(),
  /** People who come onto the register, and leave it. */
  joined: z.int(),
  left: z.int(),
  /** The first of them, the heaviest changes first. */
  list: z.array(
    z.object({
      /** To open it under a grant; absent for somebody who is in no household yet. */
      householdId: z.string().optional(),
      name: z.string(),
      place: z.string(),
      /** 本月应发少 120 元 */
      words: z.string(),
      beforeFen: fen.optional(),
      afterFen: fen.optional(),
    }),
  ),
})

const id = z.string().max(60)

export const look = z.object({
  sha256: z.string(),
  fileName: z.string(),
  agencyId: z.string().nullable(),
  kind: z.string().nullable(),
  /** The day the file speaks of. */
  spokenOn: day,
  /** The month or period of its amounts, in words. */
  period: z.string().optional(),
  sheets: z.array(lookSheet),
  questions: z.array(lookQuestion),
  /** What may be chosen where something was understood wrongly: all kinds, the columns of the present one, and all agencies. */
  choices: z.object({
    kinds: z.array(z.object({ value: id, label: z.string() })),
    keys: z.array(z.object({ value: id, label: z.string(), required: z.boolean() })),
    agencies: z.array(z.object({ value: id, label: z.string() })),
    units: z.array(z.object({ value: id, label: z.string() })),
  }),
  rows: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  warned: z.int(),
  amountFen: fen,
  /** The first of its refused rows and of those to be looked at. */
  reasons: z.array(rowReason),
  /** Earlier files of the same source and period that this one is another version of. */
  versions: z.array(fileDifference).optional(),
  /** Why it cannot be taken in as it is, and what to do. */
  blocked: z.string().optional(),
  effects: effects.optional(),
  /** Refused rows that come back mended: so many. Each is checked when they are taken in. */
  returned: z.int().optional(),
})

export type Look = z.output<typeof look>
export type LookSheet = z.output<typeof lookSheet>
export type LookColumn = z.output<typeof lookColumn>
export type Effects = z.output<typeof effects>
