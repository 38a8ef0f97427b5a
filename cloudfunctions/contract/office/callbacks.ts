import * as z from 'zod'
import { sampleQuestions, type SampleQuestion } from '#domain/work/callbacks'
import { day } from '../call/dates'

/** 抽样回访 of a batch, at the desk: how many to draw for which question, and what those who were asked say. Nobody is named. */

const id = z.string().min(1).max(80)
const question = z
  .union([
    z.object({ kind: z.literal('estimate'), points: z.union([z.literal(3), z.literal(5), z.literal(10)]) }),
    z.object({ kind: z.literal('detect'), percent: z.union([z.literal(1), z.literal(3), z.literal(5)]) }),
  ])
  .refine((one): one is SampleQuestion => sampleQuestions.some((known) => JSON.stringify(known) === JSON.stringify(one)))

/** In hundredths of a percent, with the bounds at 95 %. */
const share = z.object({ share: z.int(), low: z.int(), high: z.int() })

const sample = z.object({
  batchId: id,
  name: z.string(),
  /** Lines that came by the bank's word, now. */
  credited: z.int(),
  /** The bank has not answered to so many: they are in no drawing. */
  unanswered: z.int(),
  /** What could be drawn, where nothing was yet. `ask`: how many are asked. `withReserve`: how many are drawn. */
  choices: z.array(z.object({ question, words: z.string(), ask: z.int(), withReserve: z.int() })),
  can: z.object({ draw: z.boolean() }),
  /** Why it cannot be drawn now. */
  why: z.string().optional(),
  drawn: z
    .object({
      question,
      words: z.string(),
      population: z.int(),
      ask: z.int(),
      reserve: z.int(),
      on: day,
      by: z.string(),
      waiting: z.int(),
      answered: z.int(),
      received: z.int(),
      notReceived: z.int(),
      otherAmount: z.int(),
      unreachable: z.int(),
      declined: z.int(),
      /** Somebody could not be asked, and nobody is left to be asked instead. */
      short: z.int(),
      /** Of those who answered, who has it all; absent while nobody did. */
      confirmed: share.optional(),
      /** While nothing was found wrong: so many of all may be wrong at most, at 95 %. */
      mostWrong: z.int().optional(),
      /** By programme and by town in the pack's order, where there are answers enough to say it. */
      groups: z.array(
        z.object({ by: z.enum(['programme', 'town']), name: z.string(), answered: z.int(), received: z.int(), confirmed: share }),
      ),
    })
    .optional(),
})

export const callbackDesk = {
  /** Unknown batches and those of others: `not-found`. */
  sample: { input: z.object({ batchId: id }), output: sample },
  /** Draws, once for good. `ask` is the number that was shown: `bad-input` where it is another by now. */
  drawSample: { input: z.object({ batchId: id, question, ask: z.int() }), output: sample },
}

export type BatchSample = z.output<typeof sample>
