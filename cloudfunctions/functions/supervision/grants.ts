import type { supervision } from '#contract/supervision'
import { isUsable } from '#kernel/authorize'
import { pledgeHashes } from '#kernel/pledge'
import { presentGrants } from '#kernel/present-grant'
import type { Action } from '#kernel/serve'
import { signedDuties } from '#store/staff'

/** The grants that the caller may use now; none while a duty of the agency stands unsigned. */
export const grants: Action<typeof supervision.grants> = async (_, on) => {
  const { staff, grants = [] } = await on.caller()
  const pledged = await signedDuties(on.db, staff!.agencyId, pledgeHashes(on.county))
  const usable = pledged.head && pledged['data-officer'] ? grants.filter((grant) => isUsable(grant, on.moment)) : []
  return { grants: await presentGrants(on, staff!, usable) }
}
