import type { Transitions } from './transitions'

/** Where a suggestion stands: read by nobody yet, given to an agency, answered, or put aside as none. */
export const answerStates = ['received', 'assigned', 'answered', 'set-aside'] as const
export type AnswerState = (typeof answerStates)[number]
export const answerStateNames: Record<AnswerState, string> = {
  received: '收到了',
  assigned: '在办',
  answered: '答复了',
  'set-aside': '没有办',
}

/** Given to an agency, which may be another one later; set aside as none; answered by the agency that has it. */
export type SuggestionAct = 'assign' | 'setAside' | 'answer'
export const suggestionActs: Transitions<AnswerState, SuggestionAct> = {
  assign: { received: 'assigned', assigned: 'assigned' },
  setAside: { received: 'set-aside', assigned: 'set-aside' },
  answer: { assigned: 'answered' },
}
