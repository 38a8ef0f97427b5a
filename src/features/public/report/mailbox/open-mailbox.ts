import type { Note, OpenedAnswer } from '#domain/sealing/report'
import { askAnonymously } from '../../../../services/wire/anonymous-call'
import { county } from '../../../../services/built-in/county'
import { loadSealing } from '../../../../services/sealing/sealing'
import type { OnStep } from '../seal'
import { receiptPieces, steps } from '../seal'
import { withWork } from '../with-work'

/** A mailbox whose receipt is right. It lives in memory only. */
export interface Mailbox {
  id: string
  answersKey: Uint8Array
  note: Note
  /** Newest first; `by` is the pinned key that signed it, absent when none did. */
  answers: OpenedAnswer[]
  pages: number
  /** Whether there may be older answers. */
  more: boolean
}

/** As typed: too few or too many digits, or a slip of the pen. */
export type ReceiptFault = 'length' | 'slip'

/** Pages of answers that the county keeps ready. */
const mostPages = 25

/** Opens the mailbox of a receipt as typed; nothing when there is none for it. Throws `CallError`. */
export async function openMailbox(typed: string, onStep: OnStep): Promise<Mailbox | ReceiptFault | undefined> {
  const { openNote, readReceipt, receiptKeys } = await loadSealing()
  const receipt = readReceipt(typed)
  if (receipt === 'length' || receipt === 'slip') return receipt as ReceiptFault
  const { mailbox: id, answers: answersKey, note: noteKey } = await receiptKeys(receipt, county.code, steps(receiptPieces, onStep))
  const page = await askPage(id, answersKey, 0)
  const note = orNothing(() => openNote(noteKey, page.note))
  return note && { id, answersKey, note, answers: page.answers, pages: 1, more: page.full }
}

/** The same mailbox with the next page of older answers. Throws `CallError`. */
export async function withOlder(mailbox: Mailbox): Promise<Mailbox> {
  const { answers, full } = await askPage(mailbox.id, mailbox.answersKey, mailbox.pages)
  const pages = mailbox.pages + 1
  return { ...mailbox, answers: [...mailbox.answers, ...answers], pages, more: full && pages < mostPages }
}

async function askPage(mailbox: string, answersKey: Uint8Array, page: number) {
  const { openAnswer } = await loadSealing()
  const { note, answers: slots } = await withWork('open', mailbox, (work) => askAnonymously('open', { mailbox, page, work }), {
    isHere: () => true,
    onQueue: () => undefined,
    waits: 0,
  })
  const pinned = county.reports.offices.flatMap(({ keys }) => keys)
  const opened = slots.map((slot) => orNothing(() => openAnswer(answersKey, slot, pinned)))
  return { note, answers: opened.filter((answer) => answer !== undefined), full: opened.every((answer) => answer !== undefined) }
}

/** What does not open with this receipt's keys is not for it. */
function orNothing<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}
