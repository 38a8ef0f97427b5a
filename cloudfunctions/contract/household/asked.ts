import * as z from 'zod'
import { day } from '../call/dates'

/** A request that a word became: to whom, by when it is answered, and what came back. */
export const asked = z.object({ to: z.string(), dueOn: day.optional(), answer: z.string().optional(), answeredOn: day.optional() })
