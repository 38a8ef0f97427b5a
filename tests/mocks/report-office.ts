import type { Day } from '#domain/time/dates'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ReportFile, ReportMessageRow, ReportRow } from '#contract/supervision/reports'
import { toHex } from '#domain/sealing/bytes'
import { fromKeyFile, type KeyFile } from '#domain/sealing/key-file'
import { sealAnswer, sealMessage, type Answer, type ReportMessage } from '#domain/sealing/report'
import type { KeyPair, PublicKey } from '#domain/sealing/sm2-keys'
import type { Random } from '#domain/sealing/symmetric'

/** What reporters and the discipline office have sealed, really sealed, for a page under test to open. */

export const passphrase = 'demo-report-keys'
const root = resolve(__dirname, '../..')

/** The demo's key files: two of the county's office, two of the next level's. Their public halves are in the county pack. */
const keyFiles = JSON.parse(readFileSync(resolve(root, 'cloudfunctions/local/demo/report-keys.json'), 'utf8')) as (KeyFile & {
  office: string
})[]
export const keyFilesOf = (office: string) => keyFiles.filter((file) => file.office === office)

const atOnce = async (): Promise<void> => undefined
const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))
export const privateKey = (file: KeyFile): Promise<KeyPair> => fromKeyFile(file, passphrase, atOnce)

export const answersKey = toHex(random(32))
const words = {
  kind: 'report',
  category: 'false-claim',
  subject: 'village',
  place: '示例镇 示例村',
  what: '有一户人不在了，补贴还在领。',
  when: '今年上半年',
  photos: 0,
  answers: answersKey,
} as const

export const row = (over: Partial<ReportRow> = {}): ReportRow => ({
  id: 'r1',
  receivedOn: '2026-10-01',
  state: 'new',
  dueOn: '2026-10-08',
  late: false,
  unanswered: 1,
  ...over,
})

interface Told {
  message?: Record<string, unknown>
  photos?: Uint8Array[]
  day?: Day
  office?: string
  recipients?: PublicKey[]
}

/** A letter of the reporter's, sealed to an office, and its photos' parts. */
export async function told({
  message = {},
  photos = [],
  day = '2026-10-01',
  office = 'county',
  recipients = keyFilesOf(office),
}: Told = {}): Promise<{ letter: ReportMessageRow; parts: string[] }> {
  const whole = { ...words, photos: photos.length, ...message } as unknown as ReportMessage
  const { id, keys, sealed, parts } = await sealMessage(whole, photos, recipients, random, atOnce)
  return { letter: { id, side: 'reporter', day, keys, sealed, parts: parts.length, announced: parts.length }, parts }
}

export const toldAlso = (what: string, more: Told = {}) => told({ ...more, message: { kind: 'follow-up', what } })

/** A letter of the office's, signed with its first key. */
export async function answered(answer: Answer, signer?: KeyPair): Promise<ReportMessageRow> {
  const sealed = sealAnswer(answer, answersKey, signer ?? (await privateKey(keyFilesOf('county')[0]!)), random)
  return { id: toHex(random(16)), side: 'office', day: answer.day, keys: [], sealed, parts: 0, announced: 0 }
}

export const file = (messages: ReportMessageRow[], over: Partial<ReportRow> = {}): ReportFile => ({ row: row(over), messages })
