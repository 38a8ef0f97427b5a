import type { ReportOffice } from '#domain/county/report-rules'
import type { SealedMessage } from '#domain/sealing/report'
import { partsOfPhoto } from '#domain/sealing/sizes'
import { today } from '../../../services/wire/clock'
import { county } from '../../../services/built-in/county'
import { prepareRandom } from '../../../services/sealing/random'
import type { Sealed } from '../../../services/keep/report-drafts'
import { breathe, loadSealing } from '../../../services/sealing/sealing'
import type { Written } from './report-fields'
import { messageOf } from './report-fields'

/** What is done, from 0 to 1. */
export type OnStep = (done: number) => void

/** Bytes for a receipt, a message with its keys, and a new IV for each part: a third more than is needed. */
const randomness = 1024
/** Pieces in which a receipt's keys are made. */
export const receiptPieces = 20

/** Seals a first report on the phone. Throws `NoRandomness`, or `RangeError` when there is too much of it. */
export async function sealReport(
  written: Written,
  photos: Uint8Array[],
  office: ReportOffice,
  onStep: OnStep,
): Promise<{ receipt: string; sealed: Sealed }> {
  const { newReceipt, receiptKeys, sealMessage, sealNote, toHex } = await loadSealing()
  const step = steps(receiptPieces + photos.length * partsOfPhoto, onStep)
  const random = await prepareRandom(randomness)
  const receipt = newReceipt(random)
  const { mailbox, answers, note } = await receiptKeys(receipt, county.code, step)
  const message = await sealMessage(
    { ...messageOf(written), photos: photos.length, answers: toHex(answers) },
    photos,
    office.keys,
    random,
    step,
  )
  const opening = { office: office.id, note: sealNote({ day: today(), office: office.id }, note, random) }
  return {
    receipt,
    sealed: {
      parts: message.parts,
      draft: { action: 'submit', message: { ...envelope(message, mailbox), ...opening }, noted: false, sent: 0 },
    },
  }
}

/** Seals a further message to a mailbox. There is no new receipt. Throws as `sealReport` does. */
export async function sealFollowUp(
  what: string,
  photos: Uint8Array[],
  mailbox: string,
  office: ReportOffice,
  onStep: OnStep,
): Promise<Sealed> {
  const { sealMessage } = await loadSealing()
  const step = steps(photos.length * partsOfPhoto, onStep)
  const random = await prepareRandom(randomness)
  const message = await sealMessage({ kind: 'follow-up', what: what.trim(), photos: photos.length }, photos, office.keys, random, step)
  return { parts: message.parts, draft: { action: 'follow', message: envelope(message, mailbox), noted: true, sent: 0 } }
}

const envelope = ({ id, keys, sealed, parts }: SealedMessage, mailbox: string) => ({ id, mailbox, keys, sealed, parts: parts.length })

/** Lets the screen move after each piece, and says how much is done. */
export function steps(total: number, onStep: OnStep) {
  let done = 0
  return (): Promise<void> => {
    onStep(Math.min(1, ++done / Math.max(1, total)))
    return breathe()
  }
}
