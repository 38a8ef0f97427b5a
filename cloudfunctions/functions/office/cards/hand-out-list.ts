import type { office } from '#contract/office/actions'
import { covers } from '#domain/access/grants'
import { isUsable } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { sayVillage } from '#affairs/cards/present-card'
import { signedDuties } from '#store/access/staff'
import { servedVillage } from './served-village'

/** Who gets which card, with full names, for whoever hands them out: under a grant that covers the village. */
export const handOutList: Action<typeof office.handOutList> = async ({ village, grantId }, on) => {
  const action = 'office.handOutList'
  const { cards } = await servedVillage(on, village, action)
  const caller = await on.caller()
  const { agencyId, agency } = caller.staff!
  const grant = caller.grants?.find(({ _id }) => _id === grantId)
  const pledged = await signedDuties(on.db, agencyId, pledgeHashes(on.county))
  const granted =
    grant !== undefined &&
    isUsable(grant, on.moment) &&
    grant.householdId === null &&
    covers(grant.area, village) &&
    pledged.head &&
    pledged['data-officer']
  await recordLook(on, caller, {
    ...{ action, granted, grantId, area: village, rows: cards.length },
    ...(grant && { purpose: grant.purpose, emergency: grant.emergency }),
  })
  if (!granted) throw refusals.noGrant(`${agency}的一把手`)
  return {
    place: sayVillage(on.county, village),
    rows: cards.map(({ serial, person, home }) => ({
      serial,
      name: person?.name ?? '',
      head: home?.headName ?? '',
      relation: person?.relation ?? '',
    })),
  }
}
