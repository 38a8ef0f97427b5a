import type { InputOf, OutputOf } from '#contract/call/action'
import type { field } from '#contract/field/actions'
import { callErrorOf } from '../wire/reply'
import { isHeld, type Entry } from './entry'
import { entriesOn, noteVisit, photoPart } from './outbox'
import type { Shelf } from './shelf'

type Asks = 'visit' | 'visitPart' | 'partsThatCame'
/** What of the county is asked; fails with `CallError`. */
export type County = { [A in Asks]: (input: InputOf<(typeof field)[A]>) => Promise<OutputOf<(typeof field)[A]>> }

export interface Around {
  county: County
  /** Whether whoever the shelf belongs to is still the one whose session asks. */
  isTheirs: () => boolean
  /** The phone's clock, as it is. */
  now: () => Date
}

/** Somebody else has signed in, or nobody is. */
class Left extends Error {}

/**
 * Sends what waits, one after the other, each with its photos; what the county refuses keeps its sentence, and the next one goes. Gives
 * why it ended early, where the county could not be reached. @throws OutboxFull where not even the state of one finds room
 */
export async function sendVisits(shelf: Shelf, around: Around): Promise<Error | undefined> {
  for (const { id } of entriesOn(shelf).filter(({ state }) => state === 'waiting')) {
    try {
      await sendOne(shelf, id, around)
    } catch (failure) {
      if (failure instanceof Left) return undefined
      if (!isRefusal(failure)) return callErrorOf(failure) ?? Promise.reject(failure as Error)
    }
  }
  return undefined
}

async function sendOne(shelf: Shelf, id: string, around: Around): Promise<void> {
  // Before the county can know of it: from now on its photos stay in their places.
  const entry = await noteVisit(shelf, id, (one) => ({ ...one, tried: true }))
  if (entry?.state !== 'waiting') return
  try {
    await sendWhole(shelf, entry, around)
  } catch (failure) {
    const words = isRefusal(failure) && callErrorOf(failure)?.message
    if (words) await note(shelf, entry, (one) => ({ ...one, state: 'refused', words }))
    throw failure
  }
  const after = await note(shelf, entry, (one) => ({
    ...{ ...one, state: 'sent' },
    photos: one.photos.map((photo) => ({ ...photo, here: false })),
  }))
  // Written anew while it was on its way: that is its next version.
  if (after?.state === 'waiting') await sendOne(shelf, id, around)
}

/** Only where it is still what was sent. */
const note = (shelf: Shelf, { id, edition }: Entry, become: (one: Entry) => Entry): Promise<Entry | undefined> =>
  noteVisit(shelf, id, (one) => (one.edition === edition && isHeld(one) ? become(one) : one))

async function sendWhole(shelf: Shelf, entry: Entry, { county, isTheirs, now }: Around): Promise<void> {
  const { id, seq, visit, photos } = entry
  const ask = <Output>(question: () => Promise<Output>): Promise<Output> => {
    if (!isTheirs()) throw new Left()
    return question()
  }
  const { partsMissing } = await ask(() => county.visit({ ...visit, id, seq, photos: photos.length, sentAt: now().toISOString() }))
  if (partsMissing.length === 0) return
  const { parts } = await ask(() => county.partsThatCame({ visitId: id }))
  const came = new Set(parts.map(({ photo, index }) => `${photo}.${index}`))
  for (const [photo, { parts: of, here }] of photos.entries())
    for (let index = 0; here && index < of; index++) {
      if (came.has(`${photo}.${index}`)) continue
      const part = photoPart(shelf, entry, photo, index)
      if (part) await ask(() => county.visitPart({ visitId: id, photo, index, of, base64: shelf.sealing.toBase64(part) }))
    }
}

/** The county understood and said no: sent again as it is, it would say so again. */
const isRefusal = (failure: unknown): boolean => ['bad-input', 'not-allowed', 'not-found'].includes(callErrorOf(failure)?.code ?? '')
