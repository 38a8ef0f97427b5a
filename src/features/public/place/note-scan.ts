import Taro from '@tarojs/taro'
import type { Day } from '#domain/time/dates'
import { call } from '../../../services/wire/call'
import { today } from '../../../services/wire/clock'

/** Posters that were counted from this phone, of one day. */
interface Scans {
  day: Day
  places: string[]
}

const key = 'scans'

/**
 * A poster was scanned: counted once a day for each place. Nobody waits for it, nothing is said when it fails, and then the
 * next scan counts.
 */
export function noteScan(place: string): void {
  const day = today()
  if (scansOn(day).includes(place)) return
  call('bulletin', 'scan', { place }).then(
    () => Taro.setStorageSync(key, { day, places: [...scansOn(day), place] }),
    () => undefined,
  )
}

function scansOn(day: Day): string[] {
  const kept = Taro.getStorageSync<Scans | ''>(key) || undefined
  return kept?.day === day ? kept.places : []
}
