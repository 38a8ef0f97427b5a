import * as z from 'zod'
import { staffRoles } from '#domain/access/staff'
import { month } from '../call/dates'

/** The month's paper: what an agency's people looked at, which its head signs. */

const instant = z.iso.datetime()
const id = z.string().min(1).max(80)

const monthlyRow = z.object({
  staffId: id,
  name: z.string(),
  role: z.enum(staffRoles),
  files: z.int(),
  households: z.int(),
  lists: z.int(),
  listed: z.int(),
  nights: z.int(),
  weekends: z.int(),
  refused: z.int(),
  emergencies: z.int(),
  exports: z.int(),
  busiestDay: z.int(),
  unusual: z.array(z.string()),
})
const monthly = z.object({
  month,
  agency: z.string(),
  rows: z.array(monthlyRow),
  /** Who of the agency issued or checked phones, trusts and cards, and what was looked at with them as 本人 or 家人. */
  issued: z.array(
    z.object({
      staffId: id,
      name: z.string(),
      role: z.enum(staffRoles),
      acts: z.int(),
      people: z.int(),
      looks: z.int(),
      households: z.int(),
    }),
  ),
  /** Fingerprint of what is shown; the signature is over it. */
  hash: z.string(),
  /** `changed`: something was recorded for this month after the signature. */
  signed: z.object({ by: z.string(), at: instant, changed: z.boolean() }).optional(),
  /** A month is signed when it is over. */
  over: z.boolean(),
})

export const monthlyDesk = {
  /** The month's paper of the caller's agency, for its head. */
  monthly: { input: z.object({ month }), output: monthly },
  signMonthly: { input: z.object({ month, hash: z.string().length(64) }), output: monthly },
}

export type Monthly = z.output<typeof monthly>
