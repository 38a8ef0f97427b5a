import type { LineState } from '../work/batch-lines'
import type { ReceiptState } from './bank-results'
import { fen, yuan, type Fen } from './money'

/** What the bank said of one line of a batch, newest last. In 分. */
export interface SaidOfLine {
  _id: string
  state: ReceiptState
  amountFen: Fen
  text: string
}

/** How a line stands by what people and the bank did so far. */
export interface AnsweredLine {
  state: LineState
  settled: boolean
  /** What the bank was given. */
  amountFen: Fen
  creditedFen: Fen
}

/** What follows for a line: the act, or that it contradicts what a person did since. */
export interface LineAnswer {
  act: 'credit' | 'refuse' | 'return' | 'doubt' | 'silence' | null
  /** What came, as the bank says. */
  creditedFen: Fen
  bankWords: string | null
  receiptIds: string[]
  /** In words where a person has acted otherwise, or another amount came: somebody has to look at it. */
  differs: string | null
}

const actOf = { credited: 'credit', failed: 'refuse', returned: 'return', unknown: 'doubt' } as const
const stateOf = { credit: 'credited', refuse: 'refused', return: 'returned', doubt: 'unclear', silence: 'planned' } as const
/** What the bank says of money, behind its amount. */
export const saidByBank = { credited: '到账了', failed: '没有入账', returned: '到账后退回了', unknown: '说得看不明白' } as const
const says = {
  ...{ credit: saidByBank.credited, refuse: saidByBank.failed, return: saidByBank.returned, doubt: saidByBank.unknown },
  silence: '收回了原来说的',
} as const

/** Where only the bank has spoken so far: the newest receipt holds. */
const bankOnly: readonly LineState[] = ['planned', 'credited', 'refused', 'returned', 'unclear']

/**
 * What receipts mean for a line. A receipt that is read again means the same; one that contradicts what a person wrote down or did since
 * changes nothing but what came, and says so. Money that comes while another account is being looked for has come.
 */
export function answerLine({ state, settled, amountFen, creditedFen }: AnsweredLine, said: readonly SaidOfLine[]): LineAnswer {
  const last = said.at(-1)
  const act = last ? actOf[last.state] : 'silence'
  const came = last?.state === 'credited' ? last.amountFen : fen(0)
  const told = { receiptIds: said.map(({ _id }) => _id), bankWords: last && last.state !== 'credited' ? last.text : null }
  if (settled) {
    const agrees = act === 'silence' || stateOf[act] === state
    return {
      ...told,
      act: null,
      creditedFen: agrees ? creditedFen : fen(Math.max(creditedFen, came)),
      differs: agrees ? null : sayDiffers(act),
    }
  }
  if (bankOnly.includes(state)) {
    const isSame = stateOf[act] === state && came === (state === 'credited' ? creditedFen : 0)
    return { ...told, act: isSame ? null : act, creditedFen: came, differs: sayOtherAmount(amountFen, came) }
  }
  if (act === 'credit' && (state === 'mending' || state === 'mended'))
    return { ...told, act, creditedFen: came, differs: sayOtherAmount(amountFen, came) }
  // Before somebody acted the bank had said that it did not come, or that it came: that is what they acted on.
  const acted: Partial<Record<LineState, readonly string[]>> = {
    ...{ mending: ['refuse', 'return', 'silence'], mended: ['refuse', 'return', 'silence'], reissued: ['refuse', 'return', 'silence'] },
    ...{ 'left-out': ['refuse', 'return', 'silence'], recovering: ['credit'], recovered: ['credit', 'return'], unrecoverable: ['credit'] },
  }
  const agrees = acted[state]?.includes(act) === true
  return { ...told, act: null, creditedFen: act === 'credit' ? came : creditedFen, differs: agrees ? null : sayDiffers(act) }
}

const sayDiffers = (act: keyof typeof says): string => `银行后来的回执说${says[act]}，和这里记的不一样，请人核对。`

const sayOtherAmount = (given: Fen, came: Fen): string | null =>
  came === 0 || came === given ? null : `报给银行的是 ${yuan(given)} 元，银行说到账 ${yuan(came)} 元，请与银行核对。`
