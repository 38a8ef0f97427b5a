import * as z from 'zod'
import { visitWords } from '#domain/work/visit-words'
import { day } from '../call/dates'
import { asked } from './asked'

/** 谁来看过我们: the visits to a household, and what it says of them. */

const ownVisit = z.object({
  id: z.string(),
  on: day,
  unit: z.string(),
  /** 网格员, 帮扶干部, 家庭医生. */
  role: z.string(),
  who: z.string(),
  unchanged: z.boolean(),
  /** Who was met, what was talked of, and what was written, a line each; of a doctor's visit not to a relative. */
  met: z.string().optional(),
  talked: z.string().optional(),
  wrote: z.array(z.string()).optional(),
  /** What was said to be needed, with whom it lies and how far it is. `met`: it was met, or cannot be. */
  needs: z.array(asked.extend({ topic: z.string(), words: z.string().optional(), met: z.boolean().optional() })),
  /** What the household says of the visit. */
  told: z.object({ said: z.enum(visitWords), by: z.enum(['own', 'relative']), on: day }).optional(),
  /** What a denial became. */
  asked: asked.optional(),
})

export const ownVisits = {
  /**
   * The newest sixty of the caller's own household, or with `proxyId` of one that lets a relative see who helps it. Error `sign-in` for
   * anyone else.
   */
  visits: {
    input: z.object({ proxyId: z.string().max(80).optional() }),
    output: z.object({ head: z.string(), relation: z.enum(['self', 'relative']), today: day, visits: z.array(ownVisit) }),
  },
  /** 来过, 没来过, 说得不对: the last word holds. Said again it is the word that is there. */
  confirmVisit: {
    input: z.object({ proxyId: z.string().max(80).optional(), visitId: z.string().max(80), said: z.enum(visitWords) }),
    output: z.object({ visit: ownVisit }),
  },
}

export type OwnVisits = z.output<typeof ownVisits.visits.output>
export type OwnVisit = z.output<typeof ownVisit>
