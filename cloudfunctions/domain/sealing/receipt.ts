import { pbkdf2 } from '@noble/hashes/pbkdf2'
import { sha256 } from '@noble/hashes/sha2'
import { typedDigits } from '../text/typed'
import { toHex, toUtf8 } from './bytes'
import { subkey, type Random } from './symmetric'

/** Twenty digits: nineteen at random (63 bits) and one that shows a slip of the pen (ISO 7064 MOD 11,10). */
export type Receipt = string & { readonly __brand: 'Receipt' }

const receiptLength = 20

/** Called between two pieces of long work, so that the screen can move. */
export type Breathe = () => Promise<void>

/** Together the 10,000 rounds that an old phone without a JIT can bear. */
const turns = 20
const roundsATurn = 500

export function newReceipt(random: Random): Receipt {
  let digits = ''
  while (digits.length < receiptLength - 1) {
    for (const byte of random(32)) if (byte < 250 && digits.length < receiptLength - 1) digits += byte % 10
  }
  return (digits + checkDigit(digits)) as Receipt
}

/** Reads a receipt as typed, whatever stands between the digits. `slip`: twenty digits, one of them miscopied. */
export function readReceipt(typed: string): Receipt | 'length' | 'slip' {
  const digits = typedDigits(typed)
  if (digits.length !== receiptLength) return 'length'
  return checkDigit(digits.slice(0, -1)) === digits.slice(-1) ? (digits as Receipt) : 'slip'
}

/** In groups of four. */
export const groupReceipt = (receipt: string): string => receipt.replace(/(\d{4})(?=\d)/g, '$1 ')

function checkDigit(digits: string): string {
  const product = [...digits].reduce((before, digit) => {
    const sum = (before + Number(digit)) % 10 || 10
    return (sum * 2) % 11
  }, 10)
  return String((11 - product) % 10)
}

/** What a receipt opens. Only the mailbox is ever told to the server, and it keeps but a keyed fingerprint of it. */
export interface ReceiptKeys {
  /** 64 hex digits. */
  mailbox: string
  /** 32 bytes: the office seals its answers with it. */
  answers: Uint8Array
  /** 32 bytes: seals the note by which the reporter's phone knows its own mailbox. */
  note: Uint8Array
}

/** Slow on purpose: whoever tries receipts pays for each. The county is the salt, so that no table serves two counties. */
export async function receiptKeys(receipt: Receipt, county: string, breathe: Breathe): Promise<ReceiptKeys> {
  let secret = toUtf8(receipt)
  for (let turn = 0; turn < turns; turn++) {
    secret = pbkdf2(sha256, secret, toUtf8(`xiaokang report 1 ${county} ${turn}`), { c: roundsATurn, dkLen: 32 })
    await breathe()
  }
  return { mailbox: toHex(subkey(secret, 'mailbox')), answers: subkey(secret, 'answers'), note: subkey(secret, 'note') }
}
