import { today } from '../../services/clock'
import { askAnonymously } from '../../services/anonymous-call'
import { callErrorOf } from '../../services/call'
import type { Draft, Sealed } from '../../services/report-drafts'
import { eraseDraft, keepProgress } from '../../services/report-drafts'
import { breathe, loadSealing } from '../../services/sealing'

/** Parts of photos, and the message that comes after them. */
export const piecesOf = ({ parts }: Sealed): number => parts.length + 1

interface Watching {
  /** False once the person has left: then nothing more is sent. */
  isHere: () => boolean
  onSent: (pieces: number) => void
}

/**
 * Sends what is not yet with the county, piece by piece, and erases the draft at the end. The proof of work is done just before each piece.
 * @returns false when the person left before the end. Throws `CallError`; what was sent until then need not be sent again.
 */
export async function sendSealed(sealed: Sealed, { isHere, onSent }: Watching): Promise<boolean> {
  let { draft } = sealed
  // Parts without their message do not stay with the county for ever: another day begins with the first again. The same one twice is no harm.
  if (draft.sentOn !== today()) draft = { ...draft, sent: 0 }
  onSent(draft.sent)
  while (draft.sent < piecesOf(sealed)) {
    if (!isHere()) return false
    try {
      await sendPiece(draft, sealed.parts)
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

async function sendPiece(draft: Draft, parts: readonly string[]): Promise<void> {
  const { message, sent: index } = draft
  const part = parts[index]
  if (part !== undefined) await askAnonymously('part', { message: message.id, index, sealed: part, work: await workFor('part', `${message.id}/${index}`) })
  else if (draft.action === 'submit') await askAnonymously('submit', { ...draft.message, work: await workFor('submit', message.id) })
  else await askAnonymously('follow', { ...draft.message, work: await workFor('follow', message.id) })
}

/** The proof of work for one action about one thing, on this day. */
export async function workFor(action: 'part' | 'submit' | 'follow' | 'open', about: string): Promise<{ day: string; done: string }> {
  const { challengeOf, doWork, sm3 } = await loadSealing()
  const day = today()
  return { day, done: await doWork(challengeOf(action, day, about), sm3, breathe) }
}
