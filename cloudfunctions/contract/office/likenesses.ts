import * as z from 'zod'
import { likeFields } from '#domain/people/alike/described'
import { likenessPeopleActs, likenessStates } from '#domain/work/likenesses'
import { day, month } from '../call/dates'
import { id, instant } from './words'

/** 可能是同一个人: two entries that may be one person, for those who serve where one of them lives. */

const state = z.enum(likenessStates)
const can = z.array(z.enum(likenessPeopleActs))
/** How far a field of the two agrees. */
const agreement = z.enum(['same', 'near', 'differs', 'unknown'])

const likenessRow = z.object({
  id,
  state,
  /** Masked, until it is opened. */
  names: z.tuple([z.string(), z.string()]),
  places: z.tuple([z.string(), z.string()]),
  /** In words: what agrees, and what does not. */
  why: z.string(),
  raisedOn: day,
  askedBy: z.string().optional(),
  /** It waits for the caller as the second person. */
  yours: z.boolean(),
})

const likenessList = z.object({ rows: z.array(likenessRow), total: z.int(), next: z.string().optional() })

const side = z.object({
  name: z.string(),
  sex: z.enum(['男', '女']),
  bornIn: month,
  /** 330399********1234. */
  idNumber: z.string(),
  place: z.string(),
  /** 在册, 户主; or on no register. */
  standing: z.string(),
})

const likenessFile = z.object({
  id,
  state,
  sides: z.tuple([side, side]),
  fields: z.array(z.object({ field: z.enum(likeFields), label: z.string(), agrees: agreement, words: z.string() })),
  /** Which side's entry would be kept, and what would come to it; or what has to be done before. */
  keeps: z.union([z.literal(0), z.literal(1)]).optional(),
  objection: z.string().optional(),
  askedBy: z.string().optional(),
  /** Who may be the second person. */
  second: z.string().optional(),
  history: z.array(z.object({ at: instant, act: z.string(), by: z.string(), words: z.string().optional() })),
  can,
})

export const likenessDesk = {
  likenesses: {
    input: z.object({ view: z.enum(['waiting', 'same', 'different']), after: z.string().max(60).optional() }),
    output: likenessList,
  },
  /** Opens one: both people have it on record. */
  likeness: { input: z.object({ id }), output: likenessFile },
  decideLikeness: {
    input: z.object({
      id,
      act: z.enum(likenessPeopleActs),
      words: z.string().trim().min(2, { error: '请写一句凭什么这样认，例如：核对过户口本。' }).max(300),
    }),
    output: likenessFile,
  },
}

export type LikenessRow = z.output<typeof likenessRow>
export type LikenessFile = z.output<typeof likenessFile>
export type LikenessList = z.output<typeof likenessList>
