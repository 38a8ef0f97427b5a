import * as z from 'zod'
import { outstandingNames, surplusNames, type OutstandingReason, type SurplusReason } from '#domain/money/claims'
import { lineStateNames, type LineState } from '#domain/work/batch-lines'
import { day, month } from '../call/dates'
import { fen } from '../call/money'

/** Where the county's money is, by programme, town and month, and the dues behind every number. Amounts in 分. */

const id = z.string().min(1).max(80)
const instant = z.iso.datetime()
const words = <Word extends string>(names: Record<Word, string>) => z.enum(Object.keys(names) as [Word, ...Word[]])
const outstandingReason = words<OutstandingReason>(outstandingNames)
const surplusReason = words<SurplusReason>(surplusNames)
const parts = z.array(z.object({ reason: outstandingReason, name: z.string(), fen }))
const named = z.object({ id: z.string(), name: z.string() })

/** Of a programme, town and month: always due = credited + all outstanding. */
const moneySum = z.object({
  month,
  programme: named,
  /** '' where those whom it is due to are on no register. */
  town: named,
  claims: z.int(),
  dueFen: fen,
  creditedFen: fen,
  outstandingFen: fen,
  outstanding: parts,
  /** More or other money than was due, not taken back. */
  surplusFen: fen,
  disputed: z.int(),
  /** Since when the oldest money that has not come has lain, and how many days that is. Nothing where nobody has said. */
  oldestSince: day.optional(),
  lainDays: z.int().optional(),
})

/** One due of somebody: names are masked unless the grant opens them. */
const moneyClaim = z.object({
  id,
  name: z.string(),
  /** A person's own money; else the household's. */
  whose: z.enum(['person', 'household']),
  householdId: z.string().optional(),
  place: z.string(),
  programme: named,
  period: z.string(),
  month,
  dueFen: fen,
  creditedFen: fen,
  outstanding: z.array(z.object({ reason: outstandingReason, name: z.string(), fen, since: day.optional(), days: z.int().optional() })),
  surplus: z.array(z.object({ reason: surplusReason, name: z.string(), fen, since: day.optional() })),
  disputed: z.boolean(),
  fundedOn: day.optional(),
  creditedOn: day.optional(),
  /** Since when money for it lies with the county, funded or ordered, and how many days that is; nothing where all has come. */
  lyingSince: day.optional(),
  lainDays: z.int().optional(),
})

/** Where something is said: a file's row. */
const source = z.object({ file: z.string(), sheet: z.string().optional(), row: z.int().optional(), day: day.optional() })

/** A step of the way that a due's money has gone, in the order of days. */
const step = z.object({
  kind: z.enum(['due', 'planned', 'batch', 'bank', 'farmer']),
  /** 10月12日 民政局的计划排了 762 元. */
  words: z.string(),
  on: day.optional(),
  source: source.optional(),
  /** Of a line of a batch: where it stands, and which. */
  batchId: id.optional(),
  lineId: id.optional(),
  lineState: words<LineState>(lineStateNames).optional(),
})

/** What of the sums is wanted: everything that is behind one number. */
const wanted = {
  month,
  programme: id.optional(),
  /** '' is those on no register. */
  town: z.string().max(9).optional(),
}

export const moneyDesk = {
  /**
   * The sums of a month: an agency's own programmes, a town's own households, all for finance and discipline. `reconciledAt`: when they
   * were last counted; nothing before the first time.
   */
  moneySums: {
    input: z.object(wanted),
    output: z.object({
      sums: z.array(moneySum),
      /** All of them together. */
      all: z.object({
        claims: z.int(),
        dueFen: fen,
        creditedFen: fen,
        outstandingFen: fen,
        outstanding: parts,
        surplusFen: fen,
        disputed: z.int(),
      }),
      /** Money that the bank moved and no plan knows, of the whole month; for those who see all. */
      withoutPlan: z.object({ lines: z.int(), fen }).optional(),
      /** All of a month together, under the same programme and town: the last twelve months that have dues, the newest first. */
      byMonth: z.array(
        z.object({ month, claims: z.int(), dueFen: fen, creditedFen: fen, outstandingFen: fen, surplusFen: fen, disputed: z.int() }),
      ),
      /** What there is to choose from: months that have dues, the newest first, and what the caller may see. */
      months: z.array(month),
      programmes: z.array(named),
      towns: z.array(named),
      reconciledAt: instant.optional(),
      /** It is being counted anew. */
      counting: z.boolean(),
    }),
  },
  /**
   * The dues behind a number, 50 a page; on record. `reason`: of the outstanding or surplus; `only`: those that came, are disputed, have
   * something outstanding or too much. With a grant that covers them and opens names, with their names.
   */
  moneyClaims: {
    input: z.object({
      ...wanted,
      reason: z.union([outstandingReason, surplusReason]).optional(),
      only: z.enum(['credited', 'outstanding', 'surplus', 'disputed']).optional(),
      grantId: id.optional(),
      after: z.string().max(200).optional(),
    }),
    output: z.object({ rows: z.array(moneyClaim), total: z.int(), next: z.string().optional() }),
  },
  /** One due as it stands this moment, and the whole way of its money; on record. `not-found` alike for unknown and not theirs. */
  moneyClaim: {
    input: z.object({ id, grantId: id.optional() }),
    output: z.object({
      claim: moneyClaim,
      paidFen: fen,
      recoveredFen: fen,
      /** Why it is due, and where that is written; nothing where only a plan says so. */
      why: z.object({ words: z.string(), rule: z.string(), from: day.optional(), unverified: z.boolean() }).optional(),
      /** Why each yuan is where it is, in sentences. */
      says: z.array(z.string()),
      way: z.array(step),
    }),
  },
}

export type MoneySums = z.output<typeof moneyDesk.moneySums.output>
export type MoneySumRow = z.output<typeof moneySum>
export type MoneyClaimRow = z.output<typeof moneyClaim>
export type MoneyClaimFile = z.output<typeof moneyDesk.moneyClaim.output>
export type MoneyStep = z.output<typeof step>
