import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { field, VisitedHome } from '#contract/field/actions'
import { prepareRandom } from '../sealing/random'
import { breathe, loadSealing } from '../sealing/sealing'
import { call } from '../wire/call'
import { callErrorOf } from '../wire/reply'
import { queryClient } from '../wire/query-client'
import { OutboxFull } from './entry'
import { forgetTaking, heldTaking, holdTaking, takenPrefix, type HeldTaking } from './held-taking'
import { myShelf } from './my-outbox'
import { phoneStorage } from './phone-storage'
import { drop, namesOn, openShelf, put, randomPerText, take, type Shelf } from './shelf'

/** Households that were taken along where there is no signal, and the looks at them. */

const key = ['passing', 'taking']
const shelfOf = async (taking: HeldTaking): Promise<Shelf> =>
  openShelf(phoneStorage, await loadSealing(), [taking.key], prepareRandom, takenPrefix)

/** What is taken along now, if anything. */
export const useTaking = () =>
  useQuery({ queryKey: key, queryFn: () => heldTaking() ?? null, staleTime: 0, gcTime: 0, refetchInterval: 60_000 })

/** Asks for households and seals them on the phone, each by itself. @throws OutboxFull, with nothing of them left and handed back */
export const useTakeAlong = () =>
  useMutation({
    mutationFn: async ({ householdIds, purpose, hours }: { householdIds: string[]; purpose: string; hours: number }) => {
      await myShelf()
      const random = await prepareRandom(32)
      const at = new Date()
      const id = [...random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      const until = new Date(at.getTime() + hours * 3_600_000).toISOString()
      const { key: sealsWith, homes } = await call('field', 'takeAlong', { id, householdIds, purpose, until })
      forgetTaking()
      const taking: HeldTaking = { id, key: sealsWith, purpose, until, at: at.toISOString(), householdIds }
      if (holdTaking(taking) && (await kept(taking, homes))) return
      await giveBack(taking).catch(() => undefined)
      throw new OutboxFull()
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
  })

async function kept(taking: HeldTaking, homes: readonly VisitedHome[]): Promise<boolean> {
  const shelf = await shelfOf(taking)
  for (const home of homes) {
    const bytes = shelf.sealing.toUtf8(JSON.stringify(home))
    if (!put(shelf, home.id, bytes, await prepareRandom(2 * randomPerText))) return false
    await breathe()
  }
  return true
}

async function giveBack({ id }: HeldTaking): Promise<void> {
  forgetTaking()
  await call('field', 'handBack', { id })
}

/** They are deleted on the phone at once; the county hears of it when it can be reached, and else at the hour. */
export const useHandBack = () => useMutation({ mutationFn: giveBack, onSettled: () => queryClient.invalidateQueries({ queryKey: key }) })

const lookPrefix = 'look.'
type Look = InputOf<typeof field.looksOffline>['looks'][number] & { takingId: string }

/** One of them, without signal. The look is written down first: what cannot be written down is not shown. */
export const useTakenHome = (householdId: string | undefined, consent: 'self' | 'family', enabled: boolean) =>
  useQuery({
    queryKey: ['passing', 'taken', householdId, consent],
    queryFn: () => takenHome(householdId!, consent),
    ...{ enabled: enabled && householdId !== undefined, staleTime: Infinity, gcTime: 0, retry: false },
    ...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
  })

async function takenHome(householdId: string, consent: 'self' | 'family'): Promise<{ home: VisitedHome; takingId: string } | null> {
  const taking = heldTaking()
  if (!taking?.householdIds.includes(householdId)) return null
  const [mine, shelf] = [await myShelf(), await shelfOf(taking)]
  const bytes = take(shelf, householdId)
  if (!bytes) return null
  const random = await mine.random(16 + randomPerText)
  const id = mine.sealing.toHex(random(16))
  const look: Look = { id, householdId, phoneAt: new Date().toISOString(), consent, takingId: taking.id }
  if (!put(mine, lookPrefix + id, mine.sealing.toUtf8(JSON.stringify(look)), random)) throw new OutboxFull()
  return { home: JSON.parse(shelf.sealing.fromUtf8(bytes)) as VisitedHome, takingId: taking.id }
}

/** As many as the county takes at once. */
const mostLooks = 200

/** Looks come into the record before visits do. What the county does not take stays here. Gives why it could not be reached. */
export async function sendLooks(shelf: Shelf, isTheirs: () => boolean): Promise<Error | undefined> {
  const looks = namesOn(shelf).flatMap((name): Look[] => {
    const bytes = name.startsWith(lookPrefix) ? take(shelf, name) : undefined
    return bytes ? [JSON.parse(shelf.sealing.fromUtf8(bytes)) as Look] : []
  })
  for (const takingId of new Set(looks.map((look) => look.takingId))) {
    const ofIt = looks.filter((look) => look.takingId === takingId)
    for (let from = 0; from < ofIt.length && isTheirs(); from += mostLooks) {
      const some = ofIt.slice(from, from + mostLooks)
      try {
        await call('field', 'looksOffline', { takingId, looks: some.map(({ takingId: _, ...look }) => look) })
        some.forEach(({ id }) => drop(shelf, lookPrefix + id))
      } catch (failure) {
        if (!['bad-input', 'not-allowed', 'not-found'].includes(callErrorOf(failure)?.code ?? '')) return failure as Error
      }
    }
  }
  return undefined
}
