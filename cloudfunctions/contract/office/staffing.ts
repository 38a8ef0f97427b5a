import * as z from 'zod'
import { staffRoles, workerRoles } from '#domain/access/staff'
import { codeToken } from '../call/code-token'
import { day } from '../call/dates'
import { id, instant, invited, name } from './words'

/** Who works in the office and at the doors, and how they are let in: one asks, another decides. */

const staffRow = z.object({
  id,
  name,
  role: z.enum(staffRoles),
  agency: z.string(),
  /** The caller's own row. */
  own: z.boolean(),
  /** Names of the places they work in. */
  areas: z.array(z.string()),
  state: z.enum(['invited', 'active', 'removed']),
  since: day,
  /** For head and data officer: the day they signed the present pledge. */
  pledgedOn: day.optional(),
})

/** Somebody whom one of an agency wants let in, newly (`isNew`) or anew. */
const staffWishRow = z.object({
  id,
  staffId: id,
  isNew: z.boolean(),
  name: z.string(),
  role: z.enum(staffRoles),
  agency: z.string(),
  areas: z.array(z.string()),
  /** Why it was asked, refused or withdrawn. */
  reason: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  state: z.enum(['asked', 'approved', 'refused', 'withdrawn']),
  decidedBy: z.string().optional(),
  decidedAt: instant.optional(),
  /** While it is asked: who may decide it, in words. */
  deciders: z.string().optional(),
  /** `see`: the head has not yet said to have seen it. */
  can: z.object({ decide: z.boolean(), withdraw: z.boolean(), see: z.boolean() }),
})

const post = z.object({
  role: z.enum(staffRoles),
  name,
  agency: z.string().trim().min(1, { error: '请写单位。' }).max(80),
  areas: z.array(z.string()),
  workerId: z.string().max(80).optional(),
})
const whyAsked = { reason: z.string().trim().max(200).optional() }
const wished = z.object({ wish: staffWishRow })

const guardian = z.object({ name, relation: z.string().trim().min(1).max(20) })

export const staffing = {
  /**
   * One-time codes, handed over face to face. For the person of a card (a child under 14 needs a guardian named); from the terminal
   * also for somebody new on the staff, or by `staffId` for somebody who must sign in anew. In the office that takes two: `askStaff`.
   */
  invite: {
    input: z.union([z.object({ token: codeToken, guardian: guardian.optional() }), post, z.object({ staffId: id })]),
    output: invited,
  },
  /**
   * Asks to let somebody in: new on the staff, or by `staffId` anew (lost phone, forgotten passphrase). For the own agency; heads and data
   * officers are asked for by the county's data office, and its own come from the terminal. No code yet.
   */
  askStaff: { input: z.union([post.extend(whyAsked), z.object({ staffId: id, ...whyAsked })]), output: wished },
  /** The second person's word; with a yes the code, which nobody else is shown. `not-found` if it was decided meanwhile. */
  decideStaff: {
    input: z.object({ id, approve: z.boolean(), why: z.string().trim().max(300) }),
    output: wished.extend({ code: z.string().optional(), until: instant.optional() }),
  },
  /** By whoever asked, or by the colleague whom it is about and who never wanted it. */
  withdrawStaff: { input: z.object({ id }), output: wished },
  /** The head has seen whom others let in to the agency. */
  seeStaff: { input: z.object({ id }), output: wished },
  /**
   * The staff of the caller's agency, the data office's of all; what was asked of late to let in whom; and the agencies there
   * are, to invite to.
   */
  staff: {
    input: z.object({}),
    output: z.object({ staff: z.array(staffRow), wishes: z.array(staffWishRow), agencies: z.array(z.object({ id, name: z.string() })) }),
  },
  /** Ends a person's access, at their next request. */
  removeStaff: { input: z.object({ id }), output: z.object({ row: staffRow }) },
  /** Matches a list's cadre or doctor for an invitation: `workerId` by name and unit. */
  findWorkers: {
    input: z.object({ name }),
    output: z.object({ workers: z.array(z.object({ id, name: z.string(), unit: z.string(), role: z.enum(workerRoles) })) }),
  },
}

export type StaffRow = z.output<typeof staffRow>
export type StaffWishRow = z.output<typeof staffWishRow>
export type StaffPost = z.output<typeof post>
