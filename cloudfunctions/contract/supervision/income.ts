import * as z from 'zod'
import { fen } from '../call/money'
import { writeKey } from '../call/write-key'
import { incomeLine } from '../household/income'

const id = z.string().min(1).max(80)
const amount = fen.refine((one) => one >= 0, '钱数不会是负的，请再核对。')
/** Of a part that nobody could say there is none, not 0. */
const unknown = amount.optional()

/** Amounts in 分, of the twelve months to the end of last month. */
const incomeStated = z.object({
  people: z.int().min(1, { error: '请写一起生活的有几个人。' }).max(30, { error: '一家最多写 30 个人，请再核对。' }).optional(),
  /** How many of them a grant would cover, where it is not all. */
  covered: z.int().min(1).max(30).optional(),
  income: z.object({ wages: unknown, business: unknown, property: unknown, transfer: unknown }),
  /** What of the transfer income is of a kind that the county names. */
  transfers: z
    .array(z.object({ id, amountFen: amount }))
    .max(30)
    .optional(),
  spending: z.object({ medical: unknown, schooling: unknown, care: unknown, housing: unknown }).optional(),
})

export const incomeDesk = {
  /** What may be stated: the kinds of transfer income that the county tells apart. Says nothing of anybody. */
  incomeForm: {
    input: z.object({}),
    output: z.object({ months: z.string(), transfers: z.array(z.object({ id, name: z.string(), counts: z.boolean() })) }),
  },
  /**
   * Writes down what is known of a household's income, beside what was said before, under a grant that names the part `income`; on record.
   * Nothing that anybody gets changes by it. Gives all that the file then says of income.
   */
  stateIncome: {
    input: z.object({
      grantId: id,
      householdId: id,
      stated: incomeStated,
      evidence: z.string().trim().min(4, { error: '请写明这些数是从哪里来的，例如“工资单、养老金存折，11月20日入户看过”。' }).max(300),
      key: writeKey,
    }),
    output: z.object({ income: z.array(incomeLine) }),
  },
}
