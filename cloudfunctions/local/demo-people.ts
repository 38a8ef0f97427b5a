import type { County } from '#domain/county'
import { placeOf } from '#domain/divisions'
import { signCode } from '#kernel/code-signer'
import type { Keys } from '#kernel/keys'
import { find, type Db } from '#store/collection'
import { pairings } from '#store/helpers'
import { codes, households, type Household } from '#store/register'
import type { Account } from '#store/accounts'
import type { CodeToken } from '#domain/code-token'
import { featured } from './demo/numbers'

/** Who one can be in a demo county: the household that its story is told with, and those who look after it. */
export interface DemoPeople {
  household: Household
  village: string
  token: CodeToken
  /** A code of another village, to see what is not shown. */
  foreign: CodeToken
  accounts: { id: string; label: string; binds: Pick<Account, 'person' | 'post'> }[]
}

export async function findDemoPeople(db: Db, county: County, keys: Keys): Promise<DemoPeople | undefined> {
  const [household] = await find(db, households, { headName: featured.head.name, onRegister: true }, { limit: 1 })
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
