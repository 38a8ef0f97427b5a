import * as z from 'zod'
import { homeCheckOpinions } from '#domain/work/home-check'
import { fen } from './money'

const amount = fen.refine((one) => one >= 0, '钱数不会是负的，请再核对。').optional()
const words = z.string().trim().max(500, { error: '最多写 500 个字，请再短一些。' })

/** What was found at home, as the desk and the phone at the door send it. Amounts in 分, of twelve months. */
export const homeCheckFound = z.object({
  met: z.string().trim().min(1, { error: '请写见到了谁；没见到人，就写没见到。' }).max(40),
  consent: z.boolean(),
  people: z.int().min(1).max(30).optional(),
  income: z.object({ wagesFen: amount, businessFen: amount, propertyFen: amount, transferFen: amount }).optional(),
  spending: z.object({ medicalFen: amount, schoolingFen: amount, housingFen: amount, careFen: amount }).optional(),
  housing: words.optional(),
  seen: words.min(4, { error: '请写清楚看到了什么、听到了什么。' }),
  opinion: z.enum(homeCheckOpinions),
})
