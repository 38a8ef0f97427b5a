import type { Transitions } from './transitions'

/** Whether something waits for a second person; what holds meanwhile is another matter. */
export type DecidingState = 'still' | 'waiting'

/** `decide` and `undo` by one person; `ask` and `ask-undo` wait for another, who approves or refuses; `withdraw`: by whoever asked. */
export type DecidingAct = 'decide' | 'undo' | 'ask' | 'ask-undo' | 'approve' | 'refuse' | 'withdraw'
export const decidingActs: Transitions<DecidingState, DecidingAct> = {
  decide: { still: 'still' },
  undo: { still: 'still' },
  ask: { still: 'waiting' },
  'ask-undo': { still: 'waiting' },
  approve: { waiting: 'still' },
  refuse: { waiting: 'still' },
  withdraw: { waiting: 'still' },
}
