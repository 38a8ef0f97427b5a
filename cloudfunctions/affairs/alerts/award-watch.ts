import { normOn } from '#domain/county/parameters'
import { awardsNotPlanned, type AwardPeriod, type ListedAward } from '#domain/alerts/detectors/awards'
import { foldByFile } from '#domain/alerts/detectors/fold'
import { addMonths, monthOf } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { findEach, findIn } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import { awards } from '#store/money/awards'
import { payments } from '#store/money/money'
import { households, persons } from '#store/people/register'
import { namesSentBack } from './names-sent-back'
import type { Watch } from './watch'

/** Lists whose period ended so many months ago are looked at no more, unless something in them is open. */
const monthsBack = 12

/** What lists say is due against what is planned: a scope is a period of the lists. */
export const awardWatch: Watch = {
  detectors: ['award_not_planned'],
  async scopes({ db, moment }) {
    const told = await findEach(db, awards, { until: { $gte: addMonths(monthOf(moment.today), -monthsBack) } }, ['period'])
    return [...new Set(told.map(({ period }) => period))]
  },
  async look(on, period) {
    const most = normOn(on.county, 'alert-one-by-one', on.moment.today)
    return { award_not_planned: foldByFile('award_not_planned', awardsNotPlanned(await periodOf(on, period)), most) }
  },
}

async function periodOf(on: AtWork, period: string): Promise<AwardPeriod> {
  const { db, county } = on
  const listed = await findEach(db, awards, { period }, [
    'importId',
    'personId',
    'householdId',
    'programme',
    'period',
    'amountFen',
    'agency',
  ])
  const ids = listed.map(({ personId }) => personId)
  const [planned, people, homes, plans] = await Promise.all([
    findIn(db, payments, 'personId', ids, ['personId', 'programme', 'period']),
    findIn(db, persons, '_id', ids, ['name']),
    findIn(
      db,
      households,
      '_id',
      listed.flatMap(({ householdId }) => householdId ?? []),
      ['townCode', 'villageCode'],
    ),
    findEach(db, fileSources, { kind: 'payment-plan' }, ['_id']),
  ])
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
  const homeOf = new Map(homes.map((home) => [home._id, home]))
  return {
    planned,
    programmes: new Map(county.programmes.map((programme) => [programme.id, programme])),
    sentBackNames: await namesSentBack(
      on,
      plans.map(({ _id }) => _id),
    ),
    awards: listed.map(({ householdId, agency, ...award }): ListedAward => {
      const home = homeOf.get(householdId ?? '')
      return {
        ...award,
        agencyId: county.agencies.some(({ id }) => id === agency) ? agency : county.duties.data,
        name: nameOf.get(award.personId) ?? '',
        ...(home && { townCode: home.townCode, villageCode: home.villageCode }),
      }
    }),
  }
}
