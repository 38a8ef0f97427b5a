import { monthOf, type Day } from '#domain/dates'
import type { County } from '#domain/county'
import { placeOf } from '#domain/divisions'
import { signCode } from '#kernel/code-signer'
import type { Keys } from '#kernel/keys'
import { find, findById, type Db } from '#store/collection'
import { pairings } from '#store/helpers'
import { receipts } from '#store/money'
import { codes, households, type Household } from '#store/register'
import type { Account } from '#store/accounts'
import type { CodeToken } from '#domain/code-token'
import { featured } from './demo/numbers'

/** Who one can be in a demo county, found in its own records: a household where something is wrong this month. */
export interface DemoPeople {
  household: Household
  village: string
  token: CodeToken
  /** A code of another village, to see what is not shown. */
  foreign: CodeToken
  accounts: { id: string; label: string; binds: Pick<Account, 'person' | 'post'> }[]
}

export async function findDemoPeople(db: Db, county: County, keys: Keys, today: Day): Promise<DemoPeople | undefined> {
  const household = await telling(db, today)
  if (!household) return undefined
  const [[code], [other], [pairing]] = await Promise.all([
    find(db, codes, { householdId: household._id, personId: household.headId }, { limit: 1 }),
    find(db, codes, { villageCode: { $ne: household.villageCode }, status: 'active' }, { limit: 1 }),
    find(db, pairings, { householdId: household._id }, { limit: 1 }),
  ])
  if (!code || !other) return undefined
  const place = placeOf(county, household.villageCode)
  const village = place ? place.town.name + place.village.name : household.villageCode
  return {
    household,
    village,
    token: signCode(keys, code._id),
    foreign: signCode(keys, other._id),
    accounts: [
      { id: 'farmer', label: `农户 ${household.headName}（${village}）`, binds: { person: { personId: household.headId, householdId: household._id, name: `${household.headName[0]}**` }, post: null } },
      { id: 'grid-worker', label: `网格员（管${village}）`, binds: { person: null, post: { role: 'grid-worker', name: '网格员小王', agency: `${place?.town.name ?? ''}人民政府`, areas: [household.villageCode], workerId: null } } },
      ...(pairing ? [{ id: 'cadre', label: `帮扶干部 ${pairing.name}（${pairing.unit}）`, binds: { person: null, post: { role: 'cadre' as const, name: pairing.name, agency: pairing.unit, areas: [], workerId: pairing.workerId } } }] : []),
    ],
  }
}

/** The household that the demo tells its story with; elsewhere one whose money the bank refused this month, or the first there is. */
async function telling(db: Db, today: Day): Promise<Household | undefined> {
  const [told] = await find(db, households, { headName: featured.head.name, onRegister: true }, { limit: 1 })
  if (told) return told
  const [refused] = await find(db, receipts, { month: monthOf(today), state: 'failed', householdId: { $ne: null } }, { limit: 1 })
  return refused?.householdId ? findById(db, households, refused.householdId) : (await find(db, households, { onRegister: true }, { limit: 1 }))[0]
}
