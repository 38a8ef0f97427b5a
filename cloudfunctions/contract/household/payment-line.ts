import * as z from 'zod'
import { policyIcons } from '#domain/county/policy-icons'
import { saidWords, sayers } from '#domain/money/said'
import { day, month } from '../call/dates'
import { fen } from '../call/money'

/** Whose list says so, and the day that it speaks of; absent in what was taken in before the day was kept. */
export const saidBy = z.object({ agency: z.string(), on: day })

/** What the farmer, or a relative, said of it last; `call`: to whoever asked them. */
const told = z.object({
  said: z.enum(saidWords),
  on: day,
  by: z.enum(sayers),
  /** What came, where it was another amount, in 分. */
  cameFen: fen.optional(),
})

/** One payment as the farmer follows it: due → paid by the bank, or why not. Amounts in 分. */
export const paymentLine = z.object({
  id: z.string(),
  programme: z.string(),
  name: z.string(),
  /** The programme's drawing; without one it is simply money. */
  icon: z.enum(policyIcons).optional(),
  /** Masked name of the member it is for; absent when it is the household's. */
  forWhom: z.string().optional(),
  /** The month whose plan it stands in. */
  month,
  /** The period it is for, as the county says it: 2026年10月, 2026年第三季度. */
  period: z.string(),
  dueFen: fen,
  /** Which card it goes to, for the person themselves: the bank and the last four of the card, which prove nothing anywhere. */
  card: z.object({ bank: z.string(), tail: z.string().length(4) }).optional(),
  /** What came, where it is not what is due: the plan was corrected afterwards. */
  paidFen: fen.optional(),
  state: z.enum(['credited', 'failed', 'waiting', 'checking']),
  creditedOn: day.optional(),
  /** The bank's reason in the farmer's words, and where to go. */
  reason: z.object({ text: z.string(), advice: z.string() }).optional(),
  /** For a failed one: the later month in whose plan it was sent again. */
  retriedIn: month.optional(),
  said: saidBy.optional(),
  told: told.optional(),
})

export type PaymentLine = z.output<typeof paymentLine>
