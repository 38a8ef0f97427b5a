import type { Scan } from './scan'

/** A browser has no scanner of its own. */
export const hasScanner = false

/** Lets the person take or choose a photo of the code and reads it on the phone; the photo goes nowhere. */
export async function scan(): Promise<Scan> {
  const photo = await choosePhoto()
  if (!photo) return { kind: 'given-up' }
  const text = await import(/* webpackMode: "lazy" */ './photo').then(({ textInPhoto }) => textInPhoto(photo)).catch(() => undefined)
  return text ? { kind: 'scanned', text } : { kind: 'unreadable' }
}

/** Within the page and not only in memory: Safari tells nothing of an input that lies outside. */
function choosePhoto(): Promise<File | undefined> {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', hidden: true })
  document.body.append(input)
  return new Promise<File | undefined>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  }).finally(() => input.remove())
}
