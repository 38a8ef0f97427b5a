import { dataOfficePosts, sayPosts } from '#domain/access/posts'
import type { SealedField } from '#domain/access/grants'
import type { HouseholdPart } from '#domain/register/register'
import { abilityUnder, isUsable, type Caller } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { recordLook } from '#kernel/record/release'
import type { On } from '#kernel/call/on'
import type { Grant } from '#store/access/grants'
import { signedDuties, type Staff } from '#store/access/staff'

/** Somebody who looks under one grant. */
export interface Looking {
  caller: Caller
  one: Staff
  grant: Grant
  about: { grantId: string; purpose: string; emergency: boolean; parts: HouseholdPart[]; fields: SealedField[] }
}

/** Who approves what this officer may ask for. */
export const approvers = ({ county }: On, { agency }: Staff): string => `${sayPosts(agency, ['head'])}，或${dataOfficePosts(county)}`

/**
 * The caller, able to read what this grant allows and nothing else. The grant is the caller's own or their agency's, approved, in its
 * days; and head and data officer of the agency stand under their pledge today: when one of them leaves, the agency's grants rest.
 */
export async function underGrant(on: On, grantId: string, action: string): Promise<Looking> {
  const caller = await on.caller()
  const one = caller.staff!
  const grant = caller.grants?.find(({ _id }) => _id === grantId)
  const pledged = grant && (await signedDuties(on.db, grant.agencyId, pledgeHashes(on.county)))
  if (!grant || !isUsable(grant, on.moment) || !(pledged?.head && pledged['data-officer'])) {
    await recordLook(on, caller, { action, granted: false, grantId })
    throw refusals.noGrant(approvers(on, one))
  }
  const { purpose, emergency, parts, fields } = grant
  return { caller: { ...caller, ability: abilityUnder(grant) }, one, grant, about: { grantId, purpose, emergency, parts, fields } }
}
