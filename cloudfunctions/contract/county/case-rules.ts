import * as z from 'zod'
import { caseKinds, caseSteps } from '#domain/work/cases'
import { id, text } from './words'

const said = { source: text, unverified: z.boolean().optional() }

/** Cases of the register as a pack may write them. */
export const caseRules = z.strictObject({
  agency: id,
  kinds: z.record(z.enum(caseKinds), z.strictObject({ steps: z.array(z.enum(caseSteps)), ...said })),
  hardships: z.array(z.strictObject({ id, name: text, ...said })).min(1),
  exitReasons: z.array(z.strictObject({ id, name: text, told: text, kind: z.enum(['exit', 'died']), ...said })),
})
