import type { office } from '#contract/office/actions'
import { placeOf } from '#domain/place/divisions'
import { daysAfter, monthOf, type Day } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { talliesOf } from '#store/public/tallies'

const mostDays = 366

/** Scans of posters: every day of the range, also those without any, and the places that had some, the most first. */
export const scans: Action<typeof office.scans> = async ({ from, until }, { db, county }) => {
  if (until < from) throw refusals.badInput('截止日期早于开始日期，请改一下。')
  if (until > daysAfter(from, mostDays - 1)) throw refusals.badInput(`一次最多看 ${mostDays} 天，请选短一点。`)
  const days = new Map(daysFrom(from, until).map((day) => [day, 0]))
  const places = new Map<string, number>()
  for (const { of, month, days: counts } of await talliesOf(db, 'scan', monthOf(from), monthOf(until))) {
    for (const [date, count] of Object.entries(counts)) {
      const day = daysAfter(`${month}-01`, Number(date) - 1)
      if (!days.has(day)) continue
      days.set(day, days.get(day)! + count)
      places.set(of, (places.get(of) ?? 0) + count)
    }
  }
  const nameOf = (code: string) => {
    const place = placeOf(county, code)
    return place ? place.town.name + place.village.name : code
  }
  return {
    total: [...days.values()].reduce((sum, count) => sum + count, 0),
    days: [...days].map(([day, count]) => ({ day, count })),
    places: [...places]
      .map(([code, count]) => ({ code, name: nameOf(code), count }))
      .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
  }
}

const daysFrom = (from: Day, until: Day): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= until; day = daysAfter(day, 1)) days.push(day)
  return days
}
