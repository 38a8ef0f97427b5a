import { randomInt } from 'node:crypto'
import { fromBase64, toBase64, toHex } from '#domain/sealing/bytes'
import {
  contentKey,
  openAnswer,
  openMessage,
  openNote,
  openPhoto,
  sealAnswer,
  sealNote,
  sealMessage,
  type OpenedAnswer,
} from '#domain/sealing/report'
import { largestPhoto } from '#domain/sealing/sizes'
import { newKeyPair } from '#domain/sealing/sm2-keys'
import { NotOurs } from '#domain/sealing/symmetric'
import { aReport, atOnce, firstMessage, random } from './people'

/** A bit turned, a byte taken away or added, two bytes exchanged: somewhere. */
function tampered(text: string): string {
  const bytes = Buffer.from(fromBase64(text))
  const at = randomInt(bytes.length)
  switch (randomInt(4)) {
    case 0:
      bytes[at]! ^= 1 << randomInt(8)
      return toBase64(bytes)
    case 1:
      return toBase64(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))
    case 2:
      return toBase64(Buffer.concat([bytes.subarray(0, at), Buffer.from(random(1)), bytes.subarray(at)]))
    default: {
      const other = bytes.findIndex((byte, i) => i > at && byte !== bytes[at])
      if (other < 0) return tampered(text)
      ;[bytes[at], bytes[other]] = [bytes[other]!, bytes[at]!]
      return toBase64(bytes)
    }
  }
}

const opens = (open: () => unknown): boolean => {
  try {
    open()
    return true
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error
    return false
  }
}
const opened = (times: number, text: string, open: (text: string) => unknown): number =>
  Array.from({ length: times }).filter(() => opens(() => open(tampered(text)))).length

test('of 10,000 tampered messages, photos, answers, notes and keys none opens, and nothing but `NotOurs` is thrown', async () => {
  const photo = random(70_000)
  const {
    office: [first, second],
    keys,
    message,
    sealed,
  } = await aReport([photo])
  const key = contentKey(sealed.keys, first)
  expect(openMessage(key, sealed.id, sealed.sealed)).toEqual(message)
  expect(contentKey(sealed.keys, second)).toEqual(key)
  expect(Buffer.from(openPhoto(key, sealed.id, 0, sealed.parts))).toEqual(Buffer.from(photo))
  const note = sealNote({ day: '2026-11-25', office: 'county' }, keys.note, random)
  const answer = sealAnswer({ kind: 'answer', words: '在查。', day: '2026-11-26' }, toHex(keys.answers), first, random)

  expect(opened(5000, sealed.sealed, (text) => openMessage(key, sealed.id, text))).toBe(0)
  expect(opened(300, sealed.parts[0]!, (part) => openPhoto(key, sealed.id, 0, [part, ...sealed.parts.slice(1)]))).toBe(0)
  expect(opened(2200, answer, (text) => openAnswer(keys.answers, text, [first]))).toBe(0)
  expect(opened(2200, note, (text) => openNote(keys.note, text))).toBe(0)
  expect(opened(300, sealed.keys[0]!.wrapped, (wrapped) => contentKey([{ id: first.id, wrapped }], first))).toBe(0)
}, 60_000)

test('a part opens at its own place in its own message only', async () => {
  const {
    office: [first],
    sealed,
  } = await aReport([random(200_000)])
  const key = contentKey(sealed.keys, first)
  const [a, b, ...rest] = sealed.parts as [string, string, ...string[]]
  expect(opens(() => openPhoto(key, sealed.id, 0, [b, a, ...rest]))).toBe(false)
  expect(opens(() => openPhoto(key, '0'.repeat(32), 0, sealed.parts))).toBe(false)
  expect(opens(() => openMessage(key, '0'.repeat(32), sealed.sealed))).toBe(false)
})

test('who is no recipient, or holds another receipt, opens nothing', async () => {
  const one = await aReport()
  const other = await aReport()
  expect(opens(() => contentKey(one.sealed.keys, other.office[0]))).toBe(false)
  // Under the right name, with the wrong key.
  expect(opens(() => contentKey(one.sealed.keys, { ...other.office[0], id: one.office[0].id }))).toBe(false)
  const answer = sealAnswer({ kind: 'answer', words: '在查。', day: '2026-11-26' }, toHex(one.keys.answers), one.office[0], random)
  expect(opens(() => openAnswer(other.keys.answers, answer, [...one.office]))).toBe(false)
})

test('an answer that no pinned key signed is shown as unsigned, and so is one whose words were exchanged', async () => {
  const {
    office: [first],
    keys,
  } = await aReport()
  const stranger = newKeyPair(random)
  const said = { kind: 'closed', words: '不属实。', day: '2026-11-26' } as const
  const by = (answer: OpenedAnswer) => answer.by
  expect(by(openAnswer(keys.answers, sealAnswer(said, toHex(keys.answers), first, random), [first]))).toBe(first.id)
  expect(by(openAnswer(keys.answers, sealAnswer(said, toHex(keys.answers), stranger, random), [first]))).toBeUndefined()
  // A stranger under the office's name.
  expect(
    by(openAnswer(keys.answers, sealAnswer(said, toHex(keys.answers), { ...stranger, id: first.id }, random), [first])),
  ).toBeUndefined()
})

test('everything of one kind is of one length, whatever is written', async () => {
  const [pair] = [newKeyPair(random)]
  const lengths = new Set<string>()
  for (const [what, photo] of [
    ['啊', 1],
    ['很长'.repeat(900), 100_000],
    ['😀'.repeat(1000), largestPhoto],
  ] as const) {
    const { sealed, parts, keys } = await sealMessage(firstMessage({ what }), [random(photo)], [pair, pair], random, atOnce)
    lengths.add([sealed, ...parts, ...keys.map(({ wrapped }) => wrapped)].map(({ length }) => length).join())
  }
  expect(lengths.size).toBe(1)
})

test('what does not fit is refused, not cut', async () => {
  const pair = newKeyPair(random)
  await expect(sealMessage(firstMessage({ what: '长'.repeat(2800) }), [], [pair, pair], random, atOnce)).rejects.toThrow(RangeError)
  await expect(sealMessage(firstMessage(), [random(largestPhoto + 1)], [pair, pair], random, atOnce)).rejects.toThrow(RangeError)
})
