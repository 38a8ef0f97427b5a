import type { office } from '#contract/office/actions'
import { normOn } from '#domain/county/parameters'
import { isWorkerRole, roleNames } from '#domain/access/staff'
import { seenBy } from '#affairs/grants/powers'
import { presentGrants } from '#affairs/grants/present-grant'
import type { Action } from '#kernel/call/on'
import { agencyHolder, listGrants, staffHolder } from '#store/access/grants'
import { listStaff } from '#store/access/staff'

/** The grants that concern the caller, and what one may be asked for. */
export const grants: Action<typeof office.grants> = async (_, on) => {
  const one = (await on.caller()).staff!
  const { county, db } = on
  const [found, colleagues] = await Promise.all([listGrants(db, seenBy(county, one)), listStaff(db, one.agencyId)])
  const officers = colleagues.filter(({ role, status }) => status !== 'removed' && !isWorkerRole(role))
  return {
    grants: await presentGrants(on, one, found),
    choices: {
      purposes: county.purposes
        .filter(({ id, roles }) => roles.includes('officer') && id !== 'emergency')
        .map(({ id, label, parts }) => ({ id, label, parts })),
      areas: county.towns.map(({ code, name, villages }) => ({
        code,
        name,
        villages: villages.map((village) => ({ code: village.code, name: village.name })),
      })),
      holders: [
        { id: agencyHolder(one.agencyId), label: `${one.agency}（全单位）` },
        ...officers.map((officer) => ({ id: staffHolder(officer._id), label: `${officer.name}（${roleNames[officer.role]}）` })),
      ],
      longestDays: normOn(county, 'longest-grant-days', on.moment.today),
    },
  }
}
