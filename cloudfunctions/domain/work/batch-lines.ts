import type { Transitions } from './transitions'

/**
 * Where a line of a batch stands. A `planned` one in a batch that was handed over is at the bank. What the bank did follows from receipts
 * (`credit`, `refuse`, `return`, `doubt`) and from a person only where the bank said it in another way.
 */
export const lineStateNames = {
  planned: '待发',
  held: '先不发',
  'left-out': '不发',
  credited: '到账',
  refused: '银行没有入账',
  returned: '到账后退回',
  unclear: '银行的答复看不明白',
  mending: '改账户，等第二个人看',
  mended: '账户已改，等重发',
  reissued: '转到后面的批次发',
  recovering: '追回中',
  recovered: '已追回',
  unrecoverable: '追不回来',
} as const
export type LineState = keyof typeof lineStateNames
export const lineStates = Object.keys(lineStateNames) as [LineState, ...LineState[]]

export const endsOfLines: readonly LineState[] = ['left-out', 'credited', 'reissued', 'recovered', 'unrecoverable']
/** A batch is closed when all of its lines are at an end. A credited one may still be recovered. */
export const isEndOfLine = (state: LineState): boolean => endsOfLines.includes(state)

/** What people do with a line: before it is frozen, and after the bank has answered. */
export const lineActNames = {
  pay: '核对过，照发',
  hold: '先不发',
  leaveOut: '不发',
  settle: '记下银行的答复',
  mend: '改账户',
  agreeMend: '同意改账户',
  refuseMend: '不同意改账户',
  askGiveUp: '提出不再发',
  giveUp: '同意不再发',
  recover: '开始追回',
  tookBack: '记下追回的钱',
  unrecoverable: '定为追不回来',
} as const
export type LineAct = keyof typeof lineActNames
export const lineActs = Object.keys(lineActNames) as [LineAct, ...LineAct[]]
/** What follows by itself: from receipts, and from the batch in which it was sent again. */
type FollowingLineAct = 'credit' | 'refuse' | 'return' | 'doubt' | 'silence' | 'reissue' | 'allBack'
export type AnyLineAct = LineAct | FollowingLineAct

/** `settle` is told which of `credit`, `refuse`, `return` it is, with the bank's paper as evidence. */
export const lineTransitions: Transitions<LineState, Exclude<AnyLineAct, 'settle'>> = {
  pay: { planned: 'planned', held: 'planned', 'left-out': 'planned' },
  hold: { planned: 'held', 'left-out': 'held' },
  leaveOut: { planned: 'left-out', held: 'left-out' },
  /** Late, it may come while another account is being looked for: then nothing is sent again. */
  credit: {
    mending: 'credited',
    mended: 'credited',
    planned: 'credited',
    refused: 'credited',
    returned: 'credited',
    unclear: 'credited',
    credited: 'credited',
  },
  refuse: { planned: 'refused', unclear: 'refused', credited: 'refused', refused: 'refused', returned: 'refused' },
  return: { planned: 'returned', credited: 'returned', refused: 'returned', unclear: 'returned', returned: 'returned' },
  doubt: { planned: 'unclear', unclear: 'unclear', credited: 'unclear', refused: 'unclear', returned: 'unclear' },
  silence: { credited: 'planned', refused: 'planned', returned: 'planned', unclear: 'planned', planned: 'planned' },
  mend: { refused: 'mending', returned: 'mending' },
  agreeMend: { mending: 'mended' },
  refuseMend: { mending: 'refused' },
  /** A held one goes on in a later batch, too. */
  reissue: { held: 'reissued', mended: 'reissued', refused: 'reissued', returned: 'reissued' },
  askGiveUp: { refused: 'refused', returned: 'returned', mended: 'mended' },
  giveUp: { refused: 'left-out', returned: 'left-out', mended: 'left-out' },
  /** What came although it was given up or had been sent again, is taken back as well. */
  recover: { credited: 'recovering', reissued: 'recovering', 'left-out': 'recovering' },
  tookBack: { recovering: 'recovering' },
  allBack: { recovering: 'recovered' },
  unrecoverable: { recovering: 'unrecoverable' },
}
