import { normOn } from '#domain/county/parameters'
import { visitsInHaste, type MadeVisit } from '#domain/alerts/detectors/visits-in-haste'
import { careMissed, noSuccessor, pairedOnPaper, tooManyHouseholds, visitDenied, visitOverdue } from '#domain/alerts/detectors/visits'
import { addMonths, daysAfter, monthOf } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { aggregate, find, findEach, findIn } from '#store/db/read'
import { requests } from '#store/work/requests'
import { visits, type Visit } from '#store/work/visits'
import type { WorkerRole } from '#domain/access/staff'
import { awaitedHomes, cadreLoads } from './visit-facts'
import type { Found, Watch } from './watch'

/** Who should have been where, and how it was done: a scope is a town in which visits are written down here, and the county. */
export const visitWatch: Watch = {
  detectors: ['visit_overdue', 'paired_on_paper', 'care_missed', 'visits_in_haste', 'visit_denied', 'too_many_households', 'no_successor'],
  async scopes({ db, county }) {
    const towns = await aggregate<{ _id: string }>(db, visits, [{ $group: { _id: '$townCode' } }])
    return [...towns.map(({ _id }) => _id), county.code]
  },
  look: (on, scope) => (scope === on.county.code ? lookAtCounty(on) : lookAtTown(on, scope)),
}

async function lookAtTown(on: AtWork, townCode: string): Promise<Found> {
  const { db, county, moment } = on
  const norm = (id: Parameters<typeof normOn>[1]) => normOn(county, id, moment.today)
  const since = `${addMonths(monthOf(moment.today), -1)}-01`
  const [roles, made] = await Promise.all([
    aggregate<{ _id: WorkerRole }>(db, visits, [{ $match: { townCode } }, { $group: { _id: '$role' } }]),
    findEach(db, visits, { townCode, on: { $gte: since } }, hasty),
  ])
  const inUse = new Set(roles.map(({ _id }) => _id))
  const town = {
    homes: await awaitedHomes(on, townCode, [...inUse]),
    ...{ townAgencyId: county.agencies.find(({ area }) => area === townCode)?.id ?? county.duties.data, inUse },
    careRules: new Set(county.visits.care.map(({ id }) => id)),
    yearAgo: daysAfter(moment.today, -norm('paper-pairing-days')),
    most: norm('alert-one-by-one'),
  }
  return {
    visit_overdue: visitOverdue(town),
    paired_on_paper: pairedOnPaper(town),
    care_missed: careMissed(town),
    visits_in_haste: visitsInHaste(made as MadeVisit[], {
      ...{ leastSeconds: norm('visit-least-seconds'), sameMinute: norm('visit-same-minute') },
      villageMinutes: norm('visit-village-minutes'),
    }),
  }
}

const hasty: (keyof MadeVisit & keyof Visit)[] = [
  ...(['householdId', 'townCode', 'villageCode', 'staffId', 'workerId', 'agencyId'] as const),
  ...(['on', 'phoneAt', 'seconds', 'unchanged'] as const),
]

async function lookAtCounty(on: AtWork): Promise<Found> {
  const { db, county, moment } = on
  const most = normOn(county, 'cadre-most-households', moment.today)
  const [denied, loads] = await Promise.all([
    find(db, visits, { 'word.said': { $in: ['came-not', 'not-so'] } }, { order: [['on', 'desc']], limit: 1000 }),
    cadreLoads(on, most),
  ])
  const ids = denied.flatMap(({ word }) => word?.requestId ?? [])
  const open = new Map((await findIn(db, requests, '_id', ids, ['toAgencyId'], { answeredAt: null })).map((one) => [one._id, one]))
  return {
    visit_denied: visitDenied(
      denied.flatMap(({ word, ...visit }) => {
        const request = open.get(word?.requestId ?? '')
        return request ? [{ ...visit, said: word!.said, requestId: request._id, toAgencyId: request.toAgencyId }] : []
      }),
    ),
    too_many_households: tooManyHouseholds(loads, most),
    no_successor: noSuccessor(loads),
  }
}
