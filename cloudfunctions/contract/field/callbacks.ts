import * as z from 'zod'
import { callAnswers } from '#domain/work/callbacks'
import { day } from '../call/dates'
import { fen } from '../call/money'

/** 抽样回访: whom a grid worker asks whether the money has come. */

const id = z.string().min(1).max(100)
const call = z.object({
  id,
  /** 程**: the name stands in the opened one. */
  who: z.string(),
  village: z.string(),
  /** 低保金 2026年10月. */
  what: z.string(),
  /** The days on which nobody could be reached. */
  triedOn: z.array(day),
})

export const fieldCallbacks = {
  /** Those that wait in the caller's villages, those not tried today first; at most 100. Masked. */
  calls: { input: z.object({}), output: z.object({ calls: z.array(call) }) },
  /** One of them, to ask. On record; `not-found` alike for unknown, not theirs, and asked already. */
  callAt: {
    input: z.object({ id }),
    output: call.extend({ name: z.string(), phone: z.string().optional(), amountFen: fen, tries: z.int() }),
  },
  /**
   * What was heard; sent twice it is one. Who could not be reached is tried on other days before another is asked; who does not want to
   * say is asked no more. `cameFen`: what came, where the amount is another.
   */
  call: {
    input: z.object({ id, answer: z.enum(callAnswers), cameFen: fen.optional() }),
    output: z.object({ noted: z.literal(true), next: z.enum(['done', 'again', 'replaced']) }),
  },
}
export type CallToMake = z.output<typeof call>
export type CallAt = z.output<typeof fieldCallbacks.callAt.output>
