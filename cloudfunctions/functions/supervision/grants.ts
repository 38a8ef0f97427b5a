import type { supervision } from '#contract/supervision'
import { isUsable } from '#kernel/authorize'
import { presentGrant } from '#kernel/present-grant'
import type { Action } from '#kernel/serve'

/** The grants that the caller may use now. */
export const grants: Action<typeof supervision.grants> = async (_, on) => {
  const { staff, grants = [] } = await on.caller()
  return { grants: grants.filter((grant) => isUsable(grant, on.moment)).map((grant) => presentGrant(on, staff!, grant)) }
}
