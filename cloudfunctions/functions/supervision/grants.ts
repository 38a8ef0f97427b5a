import type { supervision } from '#contract/supervision/actions'
import { isUsable } from '#kernel/access/authorize'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { presentGrants } from '#affairs/grants/present-grant'
import type { Action } from '#kernel/call/on'
import { signedDuties } from '#store/access/staff'

/** The grants that the caller may use now; none while a duty of the agency stands unsigned. */
export const grants: Action<typeof supervision.grants> = async (_, on) => {
  const { staff, grants = [] } = await on.caller()
  const pledged = await signedDuties(on.db, staff!.agencyId, pledgeHashes(on.county))
  const usable = pledged.head && pledged['data-officer'] ? grants.filter((grant) => isUsable(grant, on.moment)) : []
  const categories = on.county.categories.map(({ id, name }) => ({ id, name }))
  return { grants: await presentGrants(on, staff!, usable), categories }
}
