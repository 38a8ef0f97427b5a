import type { County } from '#domain/county/county'
import { placeOf } from '#domain/place/divisions'
import { signCode } from '#kernel/access/code-signer'
import type { Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { find, findById } from '#store/db/read'
import { contacts } from '#store/people/contacts'
import { pairings } from '#store/people/helpers'
import { codes, households, persons, type Household } from '#store/people/register'
import type { CodeToken } from '#domain/access/code-token'
import type { DemoAccount } from './account'
import { settleDemoStaff } from './staff'
import { featured } from './files/numbers'
import { now } from '#kernel/call/clock'

/** Who one can be in a demo county: the household that its story is told with, and those who look after it. */
export interface DemoPeople {
  household: Household
  village: string
  token: CodeToken
  /** A code of another village, to see what is not shown. */
  foreign: CodeToken
  /** What the head would fill in to bind a phone: last six of the ID number, last four of the phone. */
  tails: { id: string; phone: string }
  accounts: DemoAccount[]
}

export async function findDemoPeople(db: Db, county: County, keys: Keys): Promise<DemoPeople | undefined> {
  const [household] = await find(db, households, { headName: featured.head.name, onRegister: true }, { limit: 1 })
  if (!household) return undefined
  const [[code], [other], [pairing], head, contact] = await Promise.all([
    find(db, codes, { householdId: household._id, personId: household.headId }, { limit: 1 }),
    find(db, codes, { villageCode: { $ne: household.villageCode }, status: 'active' }, { limit: 1 }),
    find(db, pairings, { householdId: household._id }, { limit: 1 }),
    findById(db, persons, household.headId),
    findById(db, contacts, household.headId),
  ])
  if (!code || !other || !head) return undefined
  const place = placeOf(county, household.villageCode)
  const village = place ? place.town.name + place.village.name : household.villageCode
  return {
    household,
    village,
    token: signCode(keys, code._id),
    foreign: signCode(keys, other._id),
    tails: { id: open(keys, head.idSealed).slice(-6), phone: contact ? open(keys, contact.phoneSealed).slice(-4) : '' },
    accounts: [
      {
        id: 'farmer',
        label: `农户 ${household.headName}（${village}）`,
        binds: { person: { personId: household.headId, boundOn: household.listedOn ?? now().today }, staffId: null, grantHolders: [] },
        opens: '/',
      },
      ...(await settleDemoStaff(db, county, household, pairing)),
    ],
  }
}
