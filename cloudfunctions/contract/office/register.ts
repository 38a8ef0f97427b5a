import * as z from 'zod'
import { day } from '../call/dates'

/** 认定 + 恢复 − 退出 − 去世 = 在册, in persons, up to a day. */
const balance = {
  recognised: z.int(),
  restored: z.int(),
  exited: z.int(),
  died: z.int(),
  onRegister: z.int(),
}

/** The register as it stood: counts only, nobody is named. */
export const registerDesk = {
  /** Of any day up to today, counted from the register's events; a town's officers see their own town. */
  registerOn: {
    input: z.object({ day }),
    output: z.object({
      day,
      ...balance,
      households: z.int(),
      towns: z.array(z.object({ code: z.string(), name: z.string(), ...balance, households: z.int() })),
      /** As people call them; empty for a town's officers, whose county-wide sum is none of theirs. */
      categories: z.array(z.object({ id: z.string(), name: z.string(), people: z.int(), households: z.int() })),
    }),
  },
}

export type RegisterOn = z.output<typeof registerDesk.registerOn.output>
