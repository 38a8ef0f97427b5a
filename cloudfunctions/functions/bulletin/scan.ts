import type { bulletin } from '#contract/bulletin/actions'
import type { Action } from '#kernel/call/on'
import { count } from './count'
import { posterPlace } from './poster-place'

/** One more scan of a place's poster today; nothing of who, from where or when. A place that there is not answers alike. */
export const scan: Action<typeof bulletin.scan> = async ({ place }, on) => {
  if (posterPlace(on.county, place)) await count(on, 'scan', place)
  return { noted: true }
}
