import * as z from 'zod'
import { householdParts } from '#domain/register/register'
import { grantStates, sealedFields } from '#domain/access/grants'
import { day } from '../call/dates'
import { area, id, instant } from './words'

/** Leave to look at people's data: asked for by one, decided by another. */

export const grantRow = z.object({
  id,
  /** 县民政局 (whole agency) or 林建国（县农业农村局）. */
  holder: z.string(),
  agency: z.string(),
  purpose: z.string(),
  purposeLabel: z.string(),
  area: z.string(),
  areaName: z.string(),
  parts: z.array(z.enum(householdParts)),
  fields: z.array(z.enum(sealedFields)),
  from: day,
  until: day,
  state: z.enum(grantStates),
  /** True when it is approved and today is within its days. */
  usable: z.boolean(),
  emergency: z.boolean(),
  /** Why it was asked for, refused or revoked. */
  reason: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  decidedBy: z.string().optional(),
  decidedAt: instant.optional(),
  /** While it is asked for: who may decide it, in words. */
  deciders: z.string().optional(),
  /** What the caller may do with it now. */
  can: z.object({ decide: z.boolean(), revoke: z.boolean(), acknowledge: z.boolean() }),
})

export const granting = {
  /** Grants that the caller holds, asked for, may decide or is head of; and what one may be asked for. */
  grants: {
    input: z.object({}),
    output: z.object({
      grants: z.array(grantRow),
      choices: z.object({
        purposes: z.array(z.object({ id, label: z.string(), parts: z.array(z.enum(householdParts)) })),
        areas: z.array(
          z.object({ code: z.string(), name: z.string(), villages: z.array(z.object({ code: z.string(), name: z.string() })) }),
        ),
        holders: z.array(z.object({ id, label: z.string() })),
        longestDays: z.int(),
      }),
    }),
  },
  /** Asks for a grant. `holder` as `choices.holders` gives it. Parts may not go beyond what the purpose needs. */
  askGrant: {
    input: z.object({
      holder: id,
      purpose: z.string().max(40),
      area,
      parts: z.array(z.enum(householdParts)).min(1, { error: '请至少选一样内容。' }),
      fields: z.array(z.enum(sealedFields)),
      from: day,
      until: day,
      reason: z.string().trim().min(4, { error: '请写明办什么事要用。' }).max(300),
    }),
    output: z.object({ grant: grantRow }),
  },
  /** Maker and checker: never by the asker or the holder. `not-found` if it was decided meanwhile. */
  decideGrant: { input: z.object({ id, approve: z.boolean(), why: z.string().trim().max(300) }), output: z.object({ grant: grantRow }) },
  revokeGrant: {
    input: z.object({ id, why: z.string().trim().min(2, { error: '请写收回的原因。' }).max(300) }),
    output: z.object({ grant: grantRow }),
  },
  /** The head has seen an emergency look. */
  acknowledge: { input: z.object({ id }), output: z.object({ grant: grantRow }) },
}

export type GrantRow = z.output<typeof grantRow>
export type GrantChoices = z.output<typeof granting.grants.output>['choices']
