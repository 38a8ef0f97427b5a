import * as z from 'zod'
import { likeLevels, type LikenessRules } from '#domain/people/alike/described'
import { day } from '../call/dates'
import { text } from './words'

const weightsOf = <const Level extends string>(levels: readonly Level[]) => z.partialRecord(z.enum(levels), z.number())

/** What two people are compared with. A pack that has none of its own goes by what counties have in common. */
export const likeness: z.ZodType<LikenessRules> = z.strictObject({
  from: day,
  source: text,
  unverified: z.boolean().optional(),
  weights: z.strictObject({
    id: weightsOf(likeLevels.id),
    name: weightsOf(likeLevels.name),
    birth: weightsOf(likeLevels.birth),
    sex: weightsOf(likeLevels.sex),
    home: weightsOf(likeLevels.home),
    phone: weightsOf(likeLevels.phone),
  }),
  sure: z.number(),
  proposed: z.number().positive(),
  shortName: z.number().min(0),
  frequentSurname: z.number().min(0),
  surnames: z.string(),
  nearYears: z.int().min(0).max(10),
  largestBlock: z.int().min(2).max(200),
  lookAlikes: z.array(z.string().min(2)),
})
