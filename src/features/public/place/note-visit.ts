import Taro from '@tarojs/taro'
import type { Day } from '#domain/time/dates'
import { call } from '../../../services/wire/call'
import { today } from '../../../services/wire/clock'

/** Posters that were counted from this phone, of one day. */
interface Visits {
  day: Day
  places: string[]
}

const key = 'visits'

/**
 * A poster was scanned: counted once a day for each place. Nobody waits for it, nothing is said when it fails, and then the
 * next scan counts.
 */
export function noteVisit(place: string): void {
  const day = today()
  if (visitsOn(day).includes(place)) return
  call('bulletin', 'visit', { place }).then(
    () => Taro.setStorageSync(key, { day, places: [...visitsOn(day), place] }),
    () => undefined,
  )
}

function visitsOn(day: Day): string[] {
  const kept = Taro.getStorageSync<Visits | ''>(key) || undefined
  return kept?.day === day ? kept.places : []
}
