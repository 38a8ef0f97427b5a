import { isOurs, pathOfScan } from '../pages/paths'
import { chosenFile } from '../photo/chosen-file'
import type { Scan } from './scan'

/** A browser has no scanner of its own. */
export const hasScanner = false

/** Lets the person take or choose a photo of the code and reads it on the phone; the photo goes nowhere. */
export async function scan(): Promise<Scan> {
  const photo = await chosenFile()
  if (!photo) return { kind: 'given-up' }
  const texts = await import(/* webpackMode: "lazy" */ '../photo/photo')
    .then(({ textsInPhoto }) => textsInPhoto(photo, isOurs))
    .catch(() => [])
  // Beside ours a poster may carry a shop's or a ministry's; the same one twice leads to one place.
  const ours = [...new Map(texts.filter(isOurs).map((text) => [pathOfScan(text), text])).values()]
  if (ours.length > 1) return { kind: 'several', texts: ours }
  const text = ours[0] ?? texts[0]
  return text ? { kind: 'scanned', text } : { kind: 'unreadable' }
}
