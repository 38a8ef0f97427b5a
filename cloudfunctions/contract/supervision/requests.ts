import * as z from 'zod'
import { requestKinds } from '#domain/work/requests'
import { day } from '../call/dates'
import { householdFile } from '../household/actions'

/** Requests 诉求: what people ask of an agency, and its answers. */

const instant = z.iso.datetime()
const id = z.string().min(1).max(80)

const wayStep = z.object({
  step: z.enum(['plan', 'batch', 'bank', 'said']),
  words: z.string(),
  on: day.optional(),
  /** The file that says so, and where, as Excel shows it. */
  source: z.object({ file: z.string(), sheet: z.string().optional(), row: z.int().optional() }).optional(),
})

const requestRow = z.object({
  id,
  kind: z.enum(requestKinds),
  about: z.string(),
  words: z.string(),
  at: instant,
  place: z.string(),
  /** Masked name of the person who asks. */
  from: z.string(),
  /** Until when it is to be answered; `late` once that day is over. */
  dueOn: day.optional(),
  late: z.boolean(),
  /** Who opened the household for it. */
  openedBy: z.string().optional(),
  /** Of money: what it went through so far, the oldest first: the plan, the batch, the bank's answer, what was said. */
  way: z.array(wayStep).optional(),
  answer: z.string().optional(),
  answeredBy: z.string().optional(),
  answeredAt: instant.optional(),
  /** Of a need that is answered: whether it was met. */
  met: z.boolean().optional(),
})

export const requestDesk = {
  /** Those due first, first. Corrections and money for the caller's agency; complaints, for the discipline office. */
  requests: { input: z.object({ open: z.boolean() }), output: z.object({ requests: z.array(requestRow) }) },
  /**
   * Opens the household that an open request is about, without a grant: one look for one request, the part it is about,
   * nobody's numbers. The first who opens it may read on for an hour; anybody else, and later, needs a grant.
   */
  openRequest: { input: z.object({ id }), output: z.object({ request: requestRow, file: householdFile, until: instant }) },
  /** `met`: of a need, whether it was met; of anything else it is not said. */
  answer: {
    input: z.object({
      id,
      met: z.boolean().optional(),
      words: z.string().trim().min(4, { error: '请写清楚查了什么、改没改、接下来怎么办。' }).max(500),
    }),
    output: z.object({ request: requestRow }),
  },
}

export type WayStep = z.output<typeof wayStep>
export type RequestRow = z.output<typeof requestRow>
