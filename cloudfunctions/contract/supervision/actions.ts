import * as z from 'zod'
import { typedCode } from '#domain/text/typed'
import { statedFields } from '#domain/people/stated'
import { vitalKinds } from '#domain/people/vital'
import { staffRoles } from '#domain/access/staff'
import { sealedFields } from '#domain/access/grants'
import { codeToken } from '../call/code-token'
import { householdFile } from '../household/actions'
import { grantRow } from '../office/granting'
import { alertDesk } from './alerts'
import { reportDesk } from './reports'
import { sourceDesk } from './source'
import { category } from '../call/category'
import { day, month } from '../call/dates'

/** Officers who look at people's data under a grant, answer requests, and sign for their agency. On the intranet only. */

const instant = z.iso.datetime()
const id = z.string().min(1).max(80)
const idNumber = z
  .string()
  .transform((text) => typedCode(text).toUpperCase())
  .pipe(z.string().regex(/^\d{17}[\dX]$/, { error: '身份证号是 18 位，请再核对。' }))

/** One household of a list: enough to find it, and what the grant's parts name besides. The head's name is masked. */
const householdRow = z.object({
  id,
  head: z.string(),
  place: z.string(),
  /** Of the part `policies`, as people call it: 低保户. */
  category: z.string().optional(),
  /** Of the part `members`. */
  people: z.int().optional(),
})

/** A household's file as the grant allows it: its parts, and the personal numbers that the grant names. Nothing else, masked or not. */
const officerFile = z.object({
  householdId: id,
  file: householdFile,
  grant: grantRow,
  numbers: z.array(
    z.object({ name: z.string(), relation: z.string(), values: z.array(z.object({ field: z.enum(sealedFields), value: z.string() })) }),
  ),
  /**
   * Where a value has several sources: of which member (as they stand in `numbers`, and in the part `members`), and whether these say the
   * same, differ, or somebody decided which holds.
   */
  marks: z.array(z.object({ of: z.enum(statedFields), member: z.int(), head: z.boolean(), says: z.enum(['same', 'differ', 'decided']) })),
  /**
   * Of the part `members`: what other departments' lists say happened to them, each with where it is said. Nobody has decided on it yet,
   * and no farmer is shown it.
   */
  told: z.array(
    z.object({
      name: z.string(),
      relation: z.string(),
      kind: z.enum(vitalKinds),
      on: z.union([day, month]),
      onIs: z.enum(['happened', 'registered']),
      source: z.object({ agency: z.string(), day, sheet: z.string(), row: z.int() }),
    }),
  ),
})

const requestRow = z.object({
  id,
  kind: z.enum(['correction', 'complaint']),
  about: z.string(),
  words: z.string(),
  at: instant,
  place: z.string(),
  /** Masked name of the person who asks. */
  from: z.string(),
  /** Until when it is to be answered; `late` once that day is over. */
  dueOn: day.optional(),
  late: z.boolean(),
  /** Who opened the household for it. */
  openedBy: z.string().optional(),
  answer: z.string().optional(),
  answeredBy: z.string().optional(),
  answeredAt: instant.optional(),
})

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

export const supervision = {
  /** The caller's usable grants, and by which categories a list under one can be narrowed. */
  grants: {
    input: z.object({}),
    output: z.object({ grants: z.array(grantRow), categories: z.array(z.object({ id: category, name: z.string() })) }),
  },
  /** Households that a grant covers, 50 a page by place; on record as a query. */
  list: {
    input: z.object({
      grantId: id,
      area: z.string().max(12).optional(),
      category: category.optional(),
      after: z.string().max(120).optional(),
    }),
    output: z.object({ rows: z.array(householdRow), total: z.int(), next: z.string().optional() }),
  },
  /**
   * One household's file, by its id from a list or by an identity number; the one of an emergency by the grant alone.
   * `not-found` alike for unknown and not covered. `alertId`: the alert that it is looked at for, which stands on record beside.
   */
  file: {
    input: z.object({ grantId: id, householdId: id.optional(), idNumber: idNumber.optional(), alertId: id.optional() }),
    output: officerFile,
  },
  /** The list as CSV (UTF-8 with BOM), names masked as in the list. Needs `office.stepUp` within five minutes and a reason. */
  export: {
    input: z.object({
      grantId: id,
      area: z.string().max(12).optional(),
      category: category.optional(),
      reason: z.string().trim().min(4, { error: '请写明导出做什么用。' }).max(300),
    }),
    output: z.object({ fileName: z.string(), csv: z.string(), rows: z.int() }),
  },
  /**
   * No grant, and it cannot wait: one household for one hour, with a reason. The head is alarmed and the farmer sees it. A few a day, the
   * next after the head has seen the last. A number that is nobody's is answered alike and counts: only `file` says that there is nobody.
   */
  emergency: {
    input: z.object({
      reason: z.string().trim().min(8, { error: '请写清楚出了什么急事（至少 8 个字），这句话会给本单位一把手看。' }).max(300),
      token: codeToken.optional(),
      idNumber: idNumber.optional(),
    }),
    output: z.object({ grantId: id, until: instant }),
  },
  /** Those due first, first. Corrections for the caller's agency; complaints, for the discipline office. */
  requests: { input: z.object({ open: z.boolean() }), output: z.object({ requests: z.array(requestRow) }) },
  /**
   * Opens the household that an open request is about, without a grant: one look for one request, the part it is about,
   * nobody's numbers. The first who opens it may read on for an hour; anybody else, and later, needs a grant.
   */
  openRequest: { input: z.object({ id }), output: z.object({ request: requestRow, file: householdFile, until: instant }) },
  answer: {
    input: z.object({ id, words: z.string().trim().min(4, { error: '请写清楚查了什么、改没改、接下来怎么办。' }).max(500) }),
    output: z.object({ request: requestRow }),
  },
  /** The month's paper of the caller's agency, for its head. */
  monthly: { input: z.object({ month }), output: monthly },
  signMonthly: { input: z.object({ month, hash: z.string().length(64) }), output: monthly },
  ...reportDesk,
  ...alertDesk,
  ...sourceDesk,
}

export type OfficerFile = z.output<typeof officerFile>
export type HouseholdRow = z.output<typeof householdRow>
export type RequestRow = z.output<typeof requestRow>
export type Monthly = z.output<typeof monthly>
