import type { SuggestionRow } from '#contract/office/publishing'
import { answerStateNames } from '#domain/work/suggestions'
import type { StateKind } from '../../../ui/desk/state'

/** Those that are late first, then by the day until which something is promised, then by the day they came. */
export const inOrder = (suggestions: readonly SuggestionRow[]): SuggestionRow[] =>
  [...suggestions].sort(
    (a, b) =>
      Number(b.late) - Number(a.late) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.receivedOn.localeCompare(b.receivedOn),
  )

/** Where a suggestion stands, as a word and a shape; what is late or waits for this very person is said so. */
export function stateOf({ state, late, can }: SuggestionRow): { kind: StateKind; words: string } {
  if (late) return { kind: 'needs-you', words: state === 'received' ? '过了交办的日子' : '过了答复的日子' }
  if (state === 'received')
    return can.assign ? { kind: 'needs-you', words: '等您交办' } : { kind: 'waiting', words: answerStateNames.received }
  if (state === 'assigned')
    return can.answer ? { kind: 'needs-you', words: '等您答复' } : { kind: 'waiting', words: answerStateNames.assigned }
  return { kind: state === 'answered' ? 'done' : 'ended', words: answerStateNames[state] }
}
