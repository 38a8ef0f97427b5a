import type { County } from '#domain/county/county'
import { daysAfter, monthOf, type Day } from '#domain/time/dates'
import type { Tally } from '#store/public/tallies'
import { paper } from './files/numbers'
import { dice } from './files/random'

/** Days over which the demo's scans are spread, up to yesterday. */
const spreadDays = 180

/**
 * The paper's 13,800 scans of posters, as the counters of places and months that they leave behind. The same on every machine
 * for the same day.
 */
export function demoScans(county: County, today: Day): Tally[] {
  const { weighted, int } = dice(20210531, 'scans')
  const places = county.towns.flatMap(({ villages }) => villages).map(({ code }, i) => ({ code, weight: 1 + (i % 7) }))
  const tallies = new Map<string, Tally>()
  for (let i = 0; i < paper.scans; i++) {
    const { code } = weighted(places)
    const day = daysAfter(today, -int(1, spreadDays))
    const month = monthOf(day)
    const _id = `scan/${code}/${month}`
    const tally = tallies.get(_id) ?? { _id, kind: 'scan', of: code, month, total: 0, days: {} }
    tally.total++
    tally.days[day.slice(8)] = (tally.days[day.slice(8)] ?? 0) + 1
    tallies.set(_id, tally)
  }
  return [...tallies.values()]
}
