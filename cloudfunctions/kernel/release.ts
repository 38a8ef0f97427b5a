import type { HouseholdPart } from '#domain/register'
import { randomUUID } from 'node:crypto'
import { writeAudit } from '#store/audit'
import type { Caller } from './authorize'
import type { On } from './serve'

/** What a look is about. */
export interface Look {
  action: string
  granted: boolean
  householdId?: string
  personId?: string
  parts?: HouseholdPart[]
  purpose?: string
  consent?: string
}

/** Writes who looked at what. It must be written, or nothing is released: let its failure fail the action. */
export const recordLook = (on: On, { account }: Caller, look: Look): Promise<void> =>
  writeAudit(on.db, {
    _id: randomUUID(),
    at: on.moment.iso,
    action: look.action,
    granted: look.granted,
    actor: {
      accountId: account?._id ?? null,
      role: account?.post?.role ?? (account?.person ? 'farmer' : 'stranger'),
      name: account?.post?.name ?? null,
      agency: account?.post?.agency ?? null,
    },
    householdId: look.householdId ?? null,
    personId: look.personId ?? null,
    parts: look.parts ?? [],
    purpose: look.purpose ?? null,
    consent: look.consent ?? null,
    requestId: on.requestId,
  })
