import { today } from '../../../services/wire/clock'
import { askAnonymously } from '../../../services/wire/anonymous-call'
import { callErrorOf } from '../../../services/wire/reply'
import type { Draft, Sealed } from '../../../services/keep/report-drafts'
import { eraseDraft, keepProgress } from '../../../services/keep/report-drafts'
import type { Patience } from './with-work'
import { withWork } from './with-work'

/** Parts of photos, and the message that comes after them. */
export const piecesOf = ({ parts }: Sealed): number => parts.length + 1

interface Watching {
  /** False once the person has left: then nothing more is sent. */
  isHere: () => boolean
  onSent: (pieces: number) => void
  /** It is crowded, and the phone waits for its turn; `false` when it goes on. */
  onQueue?: (waiting: boolean) => void
}

/** Waits of a quarter of a minute for one piece, before the person is asked to press again: five minutes. */
const mostWaits = 20

/**
 * Sends what is not yet with the county, piece by piece, and erases the draft at the end. The proof of work is done just before each piece,
 * more of it where it is crowded.
 * @returns false when the person left before the end. Throws `CallError`; what was sent until then need not be sent again.
 */
export async function sendSealed(sealed: Sealed, { isHere, onSent, onQueue }: Watching): Promise<boolean> {
  let { draft } = sealed
  // Parts without their message do not stay with the county for ever: another day begins with the first again. The same one
  // twice is no harm.
  if (draft.sentOn !== today()) draft = { ...draft, sent: 0 }
  onSent(draft.sent)
  while (draft.sent < piecesOf(sealed)) {
    if (!isHere()) return false
    try {
      await sendPiece(draft, sealed.parts, { isHere, onQueue: onQueue ?? (() => undefined), waits: mostWaits })
    } catch (error) {
      // The county no longer has what came before, or never got it: next time from the first piece.
      if (['not-found', 'bad-input'].includes(callErrorOf(error)?.code ?? '')) Object.assign(sealed, { draft: { ...draft, sent: 0 } })
      throw error
    }
    draft = { ...draft, sent: draft.sent + 1, sentOn: today() }
    Object.assign(sealed, { draft })
    if (draft.sent < piecesOf(sealed)) keepProgress(draft)
    onSent(draft.sent)
  }
  eraseDraft()
  return true
}

function sendPiece(draft: Draft, parts: readonly string[], patience: Patience): Promise<unknown> {
  const { message, sent: index } = draft
  const part = parts[index]
  if (part !== undefined)
    return withWork(
      'part',
      `${message.id}/${index}`,
      (work) => askAnonymously('part', { message: message.id, index, sealed: part, work }),
      patience,
    )
  if (draft.action === 'submit')
    return withWork('submit', message.id, (work) => askAnonymously('submit', { ...draft.message, work }), patience)
  return withWork('follow', message.id, (work) => askAnonymously('follow', { ...draft.message, work }), patience)
}
