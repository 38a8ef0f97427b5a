import { useQuery } from '@tanstack/react-query'
import { NoOutbox, myShelf } from './my-outbox'
import { drop, put, randomPerText, take } from './shelf'

/** The one visit that is being written, sealed like those that wait: a call that comes in between costs nobody what they typed. */
const name = 'draft'

interface Draft<Typed> {
  /** Which household's, or which visit that is put right. */
  of: string
  typed: Typed
}

/** What was typed of it and not kept; nothing where there is none, or no outbox on this phone. */
export const useDraft = <Typed>(of: string) =>
  useQuery({
    queryKey: ['passing', 'visit-draft', of],
    queryFn: async (): Promise<{ typed?: Typed }> => {
      try {
        const shelf = await myShelf()
        const bytes = take(shelf, name)
        const draft = bytes && (JSON.parse(shelf.sealing.fromUtf8(bytes)) as Draft<Typed>)
        return draft?.of === of ? { typed: draft.typed } : {}
      } catch (failure) {
        if (failure instanceof NoOutbox) return {}
        throw failure
      }
    },
    ...{ staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  })

let turn = 0

/** Keeps what stands in the form, the newest only. A phone that cannot loses nothing more than before. */
export async function keepDraft<Typed>(of: string, typed: Typed): Promise<void> {
  const mine = ++turn
  const shelf = await myShelf()
  const random = await shelf.random(2 * randomPerText)
  if (mine === turn) put(shelf, name, shelf.sealing.toUtf8(JSON.stringify({ of, typed } satisfies Draft<Typed>)), random)
}

export async function dropDraft(): Promise<void> {
  turn++
  drop(await myShelf(), name)
}
