import { randomBytes } from 'node:crypto'
import { toHex } from '#domain/sealing/bytes'
import { newReceipt, receiptKeys } from '#domain/sealing/receipt'
import { sealMessage, type FirstMessage } from '#domain/sealing/report'
import { newKeyPair } from '#domain/sealing/sm2-keys'

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
export const atOnce = async (): Promise<void> => undefined

export const firstMessage = (over: Partial<FirstMessage> = {}): FirstMessage => ({
  kind: 'report',
  category: 'false-claim',
  subject: 'village',
  place: '南田镇武阳村',
  what: '有人替去世的人领低保。😀',
  when: '上个月',
  photos: 0,
  answers: '00'.repeat(32),
  ...over,
})

/** Somebody with a receipt, an office with two keys, and a sealed report between them. */
export async function aReport(photos: Uint8Array[] = []) {
  const [first, second] = [newKeyPair(random), newKeyPair(random)]
  const receipt = newReceipt(random)
  const keys = await receiptKeys(receipt, '330328', atOnce)
  const message = firstMessage({ photos: photos.length, answers: toHex(keys.answers) })
  return {
    office: [first, second] as const,
    receipt,
    keys,
    message,
    sealed: await sealMessage(message, photos, [first, second], random, atOnce),
  }
}
