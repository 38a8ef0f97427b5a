import type { bulletin } from '#contract/bulletin'
import type { Action } from '#kernel/serve'
import { tally } from '#store/tallies'
import { posterPlace } from './poster-place'

/** One more scan of a place's poster today; nothing of who, from where or when. A place that there is not answers alike. */
export const visit: Action<typeof bulletin.visit> = async ({ place }, { db, county, moment }) => {
  if (posterPlace(county, place)) await tally(db, 'visit', place, moment.today)
  return { noted: true }
}
