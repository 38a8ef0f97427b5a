import type { Transitions } from './transitions'

/** Where the paper card of a code stands: to be printed, printed, in the hands of whose it is. */
export const cardStates = ['asked', 'printed', 'handed'] as const
export type CardState = (typeof cardStates)[number]
export const cardStateNames: Record<CardState, string> = { asked: '等印', printed: '印好了，等发', handed: '发到手了' }

/** `again`: torn, misprinted, gone before it was handed over. `notYet`: ticked by mistake, nobody has it. */
export const cardMarks = ['printed', 'handed', 'again', 'notYet'] as const
export type CardMark = (typeof cardMarks)[number]

export const cardActs: Transitions<CardState, CardMark> = {
  printed: { asked: 'printed' },
  handed: { printed: 'handed' },
  again: { printed: 'asked', handed: 'asked' },
  notYet: { handed: 'printed' },
}

/** Who signed for it on the hand-out list. */
export const receiverNames = { self: '本人', relative: '家里人', village: '村里代收' } as const
export type Receiver = keyof typeof receiverNames
export const receivers = Object.keys(receiverNames) as [Receiver, ...Receiver[]]
