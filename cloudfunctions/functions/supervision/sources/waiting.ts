import type { supervision } from '#contract/supervision/actions'
import { opensSource, statedNames } from '#domain/people/stated'
import { areaName } from '#affairs/grants/present-grant'
import { mayRead } from '#kernel/access/authorize'
import { countyTime } from '#kernel/call/clock'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { find, findIn } from '#store/db/read'
import { households, persons } from '#store/people/register'
import { sourceDecisions } from '#store/people/source-decisions'
import { underGrant } from '#affairs/grants/under-grant'
import { mayAgree, standingsForDecisions } from './may-decide'

/** At most so many at once: who has decided those sees the others. */
const atMost = 200

/** What waits for this officer's yes or no, among the households of the grant. */
export const waitingSources: Action<typeof supervision.waitingSources> = async ({ grantId }, on) => {
  const { caller, one, grant, about } = await underGrant(on, grantId, 'supervision.waitingSources')
  const waiting = await find(on.db, sourceDecisions, { waiting: { $ne: null } }, { limit: atMost })
  const known = await standingsForDecisions(on, [one], waiting)
  const mine = waiting.filter((decision) => mayAgree(on.county, known, one, decision))
  const people = await findIn(
    on.db,
    persons,
    '_id',
    mine.map(({ personId }) => personId),
    ['householdId'],
  )
  const homes = await findIn(
    on.db,
    households,
    '_id',
    people.flatMap(({ householdId }) => householdId ?? []),
  )
  const homeOf = new Map(homes.flatMap((home) => home.members.map(({ personId }) => [personId, home] as const)))
  const rows = mine.flatMap(({ personId, field, waiting: asked }) => {
    const home = homeOf.get(personId)
    const look = home && mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
    if (!look || !opensSource(look, field)) return []
    const { by, at } = asked!
    return [
      {
        ...{ householdId: home._id, of: field, place: areaName(on.county, home.villageCode), label: statedNames[field] },
        ...{ by: by.name, day: countyTime(at).day },
      },
    ]
  })
  await recordLook(on, caller, {
    ...{ action: 'supervision.waitingSources', granted: true, ...about, area: grant.area, rows: rows.length, parts: [], fields: [] },
  })
  return { rows }
}
