import type { supervision } from '#contract/supervision/actions'
import { mayRead } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import { presentGrant } from '#affairs/grants/present-grant'
import { recordLook } from '#kernel/record/release'
import { blindIndexes } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import { find, findById } from '#store/db/read'
import { households, persons } from '#store/people/register'
import { loadFile } from '#affairs/file/load'
import { presentFile } from '#affairs/file/present-file'
import { findAlert } from '#store/work/alerts'
import type { Staff } from '#store/access/staff'
import { sees } from './alerts/allowed'
import { noAlert } from './alerts/read'
import { numbersOf } from './numbers'
import { marksOf } from './sources/marks'
import { toldOf } from './told-events'
import { underGrant } from '#affairs/grants/under-grant'

/** Unknown and not covered alike. */
export const notThere = () => refusals.notFound('没有找到这一户，或者不在这条授权的范围里。请核对后再查。')

/** One household's file as the grant allows it. Unknown and not covered answer alike; both are on record. */
export const file: Action<typeof supervision.file> = async ({ grantId, householdId, idNumber, alertId }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.file')
  if (alertId !== undefined) await checkSeen(on, looking.one, alertId)
  const { caller, one, grant, about } = looking
  const id = householdId ?? (idNumber === undefined ? grant.householdId : await householdOf(on, idNumber)) ?? 'none'
  const home = await findById(on.db, households, id)
  const look = home && mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  await recordLook(on, caller, {
    action: 'supervision.file',
    granted: look !== undefined,
    ...about,
    ...(home && { householdId: home._id }),
    ...(grant.emergency && { reason: grant.reason }),
    ...(alertId !== undefined && { about: { kind: 'alert' as const, id: alertId } }),
  })
  if (!home || !look) throw notThere()
  const loaded = await loadFile(on, caller, home._id, look.parts)
  if (!loaded) throw notThere()
  // Who else lives there is a part of the file like any other: without it, the numbers are the head's.
  const shown = look.parts.includes('members') ? home.members : home.members.filter(({ personId }) => personId === home.headId)
  return {
    householdId: home._id,
    file: presentFile(on, loaded, look),
    grant: await presentGrant(on, one, grant),
    numbers: await numbersOf(on, shown, look.fields),
    marks: await marksOf(on, home, look),
    told: look.parts.includes('members') ? await toldOf(on, home.members) : [],
  }
}

/** A look stands on record as for an alert only if whoever looks sees that alert. */
async function checkSeen(on: On, one: Staff, alertId: string): Promise<void> {
  const alert = await findAlert(on.db, alertId)
  if (!alert || !sees(on, one, alert)) throw noAlert()
}

async function householdOf({ db, keys }: On, idNumber: string): Promise<string | undefined> {
  const [person] = await find(db, persons, { idIndex: { $in: blindIndexes(keys, 'id-number', idNumber) } }, { limit: 1 })
  return person?.householdId ?? undefined
}
