import type { BankFileLayout } from './bank-file'
import { typedLine } from '../text/typed'

/** What became of a line: in the account, refused, in the account and gone again, or nobody can say yet. */
export type ReceiptState = 'credited' | 'failed' | 'returned' | 'unknown'

/** Exact codes and words of a bank's results; what is in none of them waits for a person. */
export interface BankResults {
  credited: string[]
  failed: string[]
  returned: string[]
}

/** The county pack's lists: what all banks say, and each bank's own, which goes first. */
export interface BankLists {
  common: SourcedResults
  banks: Bank[]
}

interface SourcedResults extends BankResults {
  source: string
  unverified?: boolean
}

export interface Bank extends SourcedResults {
  id: string
  name: string
  /** How file names and titles write it. */
  names: string[]
  /** What its card numbers begin with. */
  cards?: string[]
  /** How it wants the file of a batch; without it none can be made for this bank. */
  file?: BankFileLayout
  /** True where the serial column of its receipts is the number that the line had in our file; elsewhere it counts its own lines. */
  repeatsSerial?: boolean
}

/** The bank of a card, as people call it; in a county whose pack does not tell, simply a card. */
export const bankOfCard = ({ banks }: BankLists, card: string): string =>
  banks.find(({ cards = [] }) => cards.some((first) => card.startsWith(first)))?.name ?? '银行卡'

/** The bank that a file name or title names; nothing when it names none, or two. */
export function bankIn({ banks }: BankLists, text: string): Bank | undefined {
  const plain = typedLine(text)
  const named = banks.filter(({ name, names }) => [name, ...names].some((one) => plain.includes(one)))
  return named.length === 1 ? named[0] : undefined
}

/** Words that take a success back or put it off, wherever they stand: 0000 beside 部分成功 is no success. */
const doubts = /[退冲撤销抹]|部分|失败|未|不|待|中$|处理中|异常|挂账|疑|超时|拒|错/

/** What a line's code and words mean by the lists. A contradiction, or words that are in no list, are `unknown`: nobody guesses. */
export function readResult({ common }: BankLists, bank: BankResults | undefined, code: string, words: string): ReceiptState {
  const lists = bank ? [bank, common] : [common]
  const written = [code, words].map(plainOf).filter(Boolean)
  const said = written.map((text) => meaningOf(lists, text))
  if (said.includes('returned')) return 'returned'
  const known = new Set(said.filter((state) => state !== undefined))
  if (known.size !== 1) return 'unknown'
  const unlisted = written.filter((_, i) => said[i] === undefined)
  if (known.has('credited')) return unlisted.some((text) => doubts.test(text)) ? 'unknown' : 'credited'
  return unlisted.some((text) => text.includes('成功') && !/[不未]成功/.test(text)) ? 'unknown' : 'failed'
}

const plainOf = (text: string): string =>
  typedLine(text)
    .replace(/^['’`]/, '')
    .replace(/[。.!;；]+$/, '')
    .toUpperCase()

/** As a whole; else, of `0000-交易成功` and `交易成功(已退汇)`, every part must be known, and what takes back goes before what gives. */
function meaningOf(lists: BankResults[], text: string): Exclude<ReceiptState, 'unknown'> | undefined {
  const whole = lookUp(lists, text.replace(/ /g, ''))
  if (whole) return whole
  const parts = text.split(/[-:：|/()[\]【】,，、;；\s]+/).filter(Boolean)
  const states = parts.map((part) => lookUp(lists, part))
  if (parts.length < 2 || states.includes(undefined)) return undefined
  if (states.includes('returned')) return 'returned'
  return states.every((state) => state === states[0]) ? states[0] : undefined
}

function lookUp(lists: BankResults[], text: string): Exclude<ReceiptState, 'unknown'> | undefined {
  for (const list of lists) {
    for (const state of ['returned', 'failed', 'credited'] as const) if (list[state].includes(text)) return state
  }
  return undefined
}
