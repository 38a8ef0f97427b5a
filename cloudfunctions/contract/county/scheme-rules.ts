import * as z from 'zod'
import { id, text } from './words'

const said = { source: text, unverified: z.boolean().optional() }

/** Pooled schemes as a pack may write them. */
export const schemeRules = z.strictObject({
  agency: id,
  modes: z.array(z.strictObject({ id, name: text, guaranteed: z.boolean(), ...said })).min(1),
  exitReasons: z.array(z.strictObject({ id, name: text, ...said })).min(1),
})
