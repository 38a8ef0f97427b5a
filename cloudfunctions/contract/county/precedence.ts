import * as z from 'zod'
import { statedFields } from '#domain/people/stated'
import { day } from '../call/dates'
import { text } from './words'

/** Whose word goes first, by field; the counties' common order stands where a pack says nothing. */
export const precedence = z
  .partialRecord(
    z.enum(statedFields),
    z.strictObject({ order: z.array(text).min(1), mends: z.enum(['money', 'policies', 'members']), from: day, source: text }),
  )
  .default({})
