import type { Day } from '../time/dates'
import { fromBase64, fromHex, fromUtf8, padded, toBase64, toHex, toUtf8, unpadded } from './bytes'
import type { Breathe } from './receipt'
import { largestPhoto, partsOfPhoto, sizes } from './sizes'
import { isSignedBy, sign, unwrap, wrap, type KeyPair, type PublicKey } from './sm2-keys'
import { NotOurs, openBytes, sealBytes, type Random } from './symmetric'

/** The first message of a report, as the discipline office reads it. */
export interface FirstMessage {
  kind: 'report'
  category: string
  subject: string
  /** Town and village as chosen or written. */
  place: string
  what: string
  when: string
  photos: number
  /** Hex of the key that the office seals its answers with. */
  answers: string
}
/** What the reporter writes afterwards. */
interface FollowUp {
  kind: 'follow-up'
  what: string
  photos: number
}
export type ReportMessage = FirstMessage | FollowUp

/**
 * What the office tells the reporter. `closed` ends the matter; `passed` names the office that has it from now on. Words at
 * most 1000 characters.
 */
export interface Answer {
  kind: 'accepted' | 'answer' | 'transferred' | 'passed' | 'closed'
  words: string
  day: Day
  office?: string
}
/** An answer as opened: `by` is the key of the office that signed it, absent when no pinned key did. */
export interface OpenedAnswer extends Answer {
  by?: string
}

export interface WrappedKey {
  id: string
  wrapped: string
}
/** A sealed message as it travels: the content key for each recipient, the message, and its photos' parts. All base64. */
export interface SealedMessage {
  id: string
  keys: WrappedKey[]
  sealed: string
  parts: string[]
}

/**
 * Seals a message and its photos to the recipients' public keys. `id` is 32 random hex digits; a follow-up has its own.
 * @throws RangeError when the message is longer than 8 KB or a photo than `largestPhoto`.
 */
export async function sealMessage(
  message: ReportMessage,
  photos: Uint8Array[],
  recipients: PublicKey[],
  random: Random,
  breathe: Breathe,
): Promise<SealedMessage> {
  const id = toHex(random(16))
  const key = random(32)
  const sealed = toBase64(sealBytes(key, purposeOf.message(id), padded(json(message), sizes.message), random))
  const parts: string[] = []
  for (const photo of photos) {
    const whole = padded(photo, largestPhoto + 4)
    for (let i = 0; i < partsOfPhoto; i++) {
      parts.push(toBase64(sealBytes(key, purposeOf.part(id, parts.length), whole.subarray(i * sizes.part, (i + 1) * sizes.part), random)))
      await breathe()
    }
  }
  return { id, keys: wrapFor(key, recipients, random), sealed, parts }
}

/** The content key, for others than it was sealed to: how an office hands a report on without taking it apart. */
export const wrapFor = (key: Uint8Array, recipients: PublicKey[], random: Random): WrappedKey[] =>
  recipients.map(({ id, publicKey }) => ({ id, wrapped: toBase64(wrap(publicKey, key, random)) }))

/** The content key of a message, for whoever holds one of its recipients' private keys. Throws `NotOurs`. */
export function contentKey(keys: WrappedKey[], mine: Pick<KeyPair, 'id' | 'privateKey'>): Uint8Array {
  const ours = keys.find(({ id }) => id === mine.id)
  if (!ours) throw new NotOurs()
  return unwrap(mine.privateKey, fromBase64(ours.wrapped))
}

export const openMessage = (key: Uint8Array, id: string, sealed: string): ReportMessage =>
  JSON.parse(fromUtf8(unpadded(openBytes(key, purposeOf.message(id), fromBase64(sealed))))) as ReportMessage

/** One photo out of its parts; `first` is the index of its first part in the message. */
export function openPhoto(key: Uint8Array, id: string, first: number, parts: string[]): Uint8Array {
  const whole = new Uint8Array(partsOfPhoto * sizes.part)
  parts.forEach((part, i) => whole.set(openBytes(key, purposeOf.part(id, first + i), fromBase64(part)), i * sizes.part))
  return unpadded(whole)
}

/** Signed with the office's key (SM2, `hash: true`), then sealed with the key that came in the first message. */
export function sealAnswer(answer: Answer, answersKey: string, signer: KeyPair, random: Random): string {
  const text = JSON.stringify(answer)
  const letter = { text, by: signer.id, signature: sign(signer, text) }
  return toBase64(sealBytes(fromHex(answersKey), purposeOf.answer, padded(json(letter), sizes.answer), random))
}

/** Opens an answer. Throws `NotOurs`: a slot that holds none looks just the same. */
export function openAnswer(answersKey: Uint8Array, sealed: string, pinned: PublicKey[]): OpenedAnswer {
  const { text, by, signature } = JSON.parse(fromUtf8(unpadded(openBytes(answersKey, purposeOf.answer, fromBase64(sealed))))) as {
    text: string
    by: string
    signature: string
  }
  const known = pinned.find(({ id }) => id === by)
  const answer = JSON.parse(text) as Answer
  return known && isSignedBy(known.publicKey, text, signature) ? { ...answer, by } : answer
}

/** The reporter's own mark on the mailbox: day and office, for nobody else to read. */
export interface Note {
  day: Day
  office: string
}
export const sealNote = (note: Note, noteKey: Uint8Array, random: Random): string =>
  toBase64(sealBytes(noteKey, purposeOf.note, padded(json(note), sizes.note), random))
/** Throws `NotOurs` when this receipt has no mailbox: wrong, never there, or destroyed. */
export const openNote = (noteKey: Uint8Array, sealed: string): Note =>
  JSON.parse(fromUtf8(unpadded(openBytes(noteKey, purposeOf.note, fromBase64(sealed))))) as Note

const json = (value: object): Uint8Array => toUtf8(JSON.stringify(value))

const purposeOf = {
  message: (id: string) => `message ${id}`,
  part: (id: string, index: number) => `part ${id} ${index}`,
  answer: 'answer',
  note: 'note',
} as const
