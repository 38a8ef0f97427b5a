import * as z from 'zod'
import { typedCode } from '#domain/text/typed'
import { statedFields } from '#domain/people/stated'
import { vitalKinds } from '#domain/people/vital'
import { sealedFields } from '#domain/access/grants'
import { codeToken } from '../call/code-token'
import { householdFile } from '../household/actions'
import { grantRow } from '../office/granting'
import { alertDesk } from './alerts'
import { moneyDesk } from './money'
import { monthlyDesk } from './monthly'
import { incomeDesk } from './income'
import { planDesk } from './plans'
import { reportDesk } from './reports'
import { requestDesk } from './requests'
import { sourceDesk } from './source'
import { tableDesk } from './tables'
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
  ...requestDesk,
  ...monthlyDesk,
  ...reportDesk,
  ...alertDesk,
  ...sourceDesk,
  ...tableDesk,
  ...incomeDesk,
  ...moneyDesk,
  ...planDesk,
}

export type OfficerFile = z.output<typeof officerFile>
export type HouseholdRow = z.output<typeof householdRow>
