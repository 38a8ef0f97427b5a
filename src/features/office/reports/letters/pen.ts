import type { Answer, WrappedKey } from '#domain/sealing/report'
import { sealAnswer, wrapFor } from '#domain/sealing/report'
import type { ReportOffice } from '#domain/county/report-rules'
import { today } from '../../../../services/wire/clock'
import { NoRandomness } from '../../../../services/sealing/random'
import { prepareSigning, signerOf } from '../../../../services/sealing/report-keys'
import { sayTrouble } from '../../../../services/desk/office-call'
import type { OpenLetter } from './read-letters'
import { noRandomness } from '../use-work'

/** What it takes to write to a reporter: as which office, and the key that came with the report. */
export interface Pen {
  officeId: string
  answersKey: string
}

/** Characters of a word to the reporter. */
export const longestWords = 1000

/** No key of this office's is open any more. */
class KeyShut extends Error {
  override name = 'KeyShut'
}

/**
 * A word to the reporter, signed and sealed; `office` is whom the report is passed to. Throws `KeyShut`, `NoRandomness`, or
 * `RangeError` if it does not fit.
 */
export async function sealWords({ officeId, answersKey }: Pen, kind: Answer['kind'], words: string, office?: string): Promise<string> {
  const random = await prepareSigning(64)
  const signer = signerOf(officeId)
  if (!signer) throw new KeyShut()
  return sealAnswer({ kind, words: words.trim(), day: today(), ...(office !== undefined && { office }) }, answersKey, signer, random)
}

/** The content keys of these letters for another office. Throws `NoRandomness`. */
export async function wrapLetters(
  letters: readonly OpenLetter[],
  { keys }: ReportOffice,
): Promise<{ message: string; keys: WrappedKey[] }[]> {
  // Twice what is needed: a number that is too large is thrown away.
  const random = await prepareSigning(64 * keys.length * letters.length)
  return letters.map(({ id, key }) => ({ message: id, keys: wrapFor(key, keys, random) }))
}

/** What is wrong with the words, or nothing. */
export function wordsFault(words: string): string | undefined {
  const length = words.trim().length
  if (length < 4) return '请写给举报人看的话，至少 4 个字。'
  return length > longestWords ? `给举报人的话最多 ${longestWords} 个字，现在多了 ${length - longestWords} 个，请写短一点。` : undefined
}

/** Why an act did not come about; what was written is still there. */
export function sayWhyNot(error: Error | null): string | undefined {
  if (error instanceof NoRandomness) return noRandomness
  if (error instanceof KeyShut) return '钥匙合上了，签不了名。请插上本单位的钥匙再按一次，写的还在。'
  if (error instanceof RangeError) return '写的放不进一封信，写的还在。请删短一点再按一次。'
  return sayTrouble(error)
}
