import { normOn } from '#domain/county/parameters'
import { sayWhen } from '#domain/time/dates'
import type { VisitContent } from '#domain/work/visits'
import { requestFrom } from '#affairs/requests/request-from'
import type { On } from '#kernel/call/on'
import type { Household, Person } from '#store/people/register'
import type { FarmerRequest } from '#store/work/requests'
import type { Visit } from '#store/work/visits'
import { contentOf } from './known'

/**
 * What a visit heard that the household needs: requests to whoever answers for the topic, with a day. Those that its former version had
 * heard already are there.
 */
export function needsOf(on: On, home: Household, visit: Visit, before: VisitContent | undefined): FarmerRequest[] {
  const { county, keys, moment } = on
  const known = new Set(before?.heard.map(keyOf))
  const days = normOn(county, 'need-answer-days', moment.today)
  const head = { _id: home.headId, name: home.headName } as Person
  return contentOf(keys, visit).heard.flatMap((need, n) => {
    if (known.has(keyOf(need))) return []
    const topic = county.visits.needs.find(({ id }) => id === need.topic)!
    return requestFrom(on, head, home, {
      _id: `need-${visit._id}-${visit.version}-${n}`,
      kind: 'need',
      about: topic.name,
      visitId: visit._id,
      lookId: null,
      toAgencyId: topic.agency === 'town' ? townAgency(on, home) : topic.agency,
      words: `${sayWhen(visit.on)}走访时说：${need.words}`,
      days,
    })
  })
}

const keyOf = ({ topic, words }: VisitContent['heard'][number]): string => `${topic}/${words}`

/** The household's town government; where the pack has none, whoever runs the data platform finds out who answers. */
const townAgency = ({ county }: On, { townCode }: Household): string =>
  county.agencies.find(({ area }) => area === townCode)?.id ?? county.duties.data
