import { toBase64 } from '#domain/sealing/bytes'
import { openPhoto } from '#domain/sealing/report'
import { partsOfPhoto } from '#domain/sealing/sizes'
import { NotOurs } from '#domain/sealing/symmetric'
import { ask } from '../../../../services/desk/office-call'
import type { OpenLetter } from './read-letters'

/** How the kinds of picture begin that a browser can show and that cannot run anything. */
const kinds = { 'image/jpeg': '/9j/', 'image/png': 'iVBORw0KGgo', 'image/webp': 'UklGR' } as const

/** Fetches one photo of a letter, the first is 0, and opens it here. Throws `CallError`, or `NotOurs` if it is damaged or no picture. */
export async function photoOf(report: string, { id, key }: OpenLetter, number: number): Promise<string> {
  const first = number * partsOfPhoto
  const { parts } = await ask('supervision', 'reportPhoto', { id: report, message: id, first })
  const base64 = toBase64(openPhoto(key, id, first, parts))
  const kind = Object.entries(kinds).find(([, beginning]) => base64.startsWith(beginning))?.[0]
  if (kind === undefined) throw new NotOurs()
  return `data:${kind};base64,${base64}`
}
