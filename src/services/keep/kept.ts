import Taro from '@tarojs/taro'
import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { forgetSeenLooks } from './seen-looks'
import { forgetOutboxKeys } from '../outbox/held-keys'
import { forgetTaking } from '../outbox/held-taking'
import { keptFor } from '../wire/session'

/** What the phone keeps of earlier answers, so that it never forgets what it showed yesterday. */
interface Shelf {
  shape: number
  owner: string
  entries: Entry[]
}
interface Entry {
  key: QueryKey
  data: unknown
  at: number
}
type ShelfName = 'public' | 'own'

/** Raise this when the contract's outputs change shape: older shelves are then thrown away. */
const shape = 3
const month = 30 * 24 * 60 * 60 * 1000
/** Alipay stores at most 200 KB under one key. */
const maxCharacters = 60_000
const shelves: ShelfName[] = ['public', 'own']
const storageKey = (name: ShelfName) => `kept-${name}`

/** Whose each answer in memory is, by its key: the session that it was given to. */
const owners = new Map<string, string>()

/**
 * Puts kept answers back into the cache, to be shown at once and asked anew however young they are; another session's are
 * erased instead.
 */
export function restoreKept(client: QueryClient): void {
  for (const name of shelves) {
    const shelf = readShelf(name)
    if (!shelf) continue
    if (name === 'own' && shelf.owner !== keptFor()) eraseShelf('own')
    else
      for (const { key, data, at } of shelf.entries) {
        if (at <= Date.now() - month) continue
        client.setQueryData(key, data, { updatedAt: at })
        owners.set(hashKey(key), keptFor())
      }
  }
  void client.invalidateQueries({ refetchType: 'none' })
}

/** From now on writes every new answer to the phone, a moment after it came. */
export function keepAnswers(client: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    owners.set(event.query.queryHash, keptFor())
    clearTimeout(timer)
    timer = setTimeout(() => shelves.forEach((name) => writeShelf(name, client)), 300)
  })
}

/** At signing in and leaving: nothing personal of whoever was here before stays on the phone or on the screen. */
export async function erasePersonal(client: QueryClient): Promise<void> {
  eraseShelf('own')
  owners.clear()
  forgetSeenLooks()
  forgetOutboxKeys()
  forgetTaking()
  for (const queryKey of [['own'], ['passing']]) {
    await client.cancelQueries({ queryKey })
    void client.resetQueries({ queryKey })
  }
}

/** True when the phone keeps answers that were given to another session than the one signed in now. */
export const keptForAnother = (): boolean => {
  const shelf = readShelf('own')
  return shelf !== undefined && shelf.owner !== keptFor()
}

const eraseShelf = (name: ShelfName): void => Taro.removeStorageSync(storageKey(name))

function readShelf(name: ShelfName): Shelf | undefined {
  try {
    const shelf = JSON.parse(String(Taro.getStorageSync(storageKey(name)))) as Shelf
    return shelf.shape === shape ? shelf : undefined
  } catch {
    return undefined
  }
}

/** What was given to somebody else than who is here now, or in a browser to nobody, is not written. */
const isOurs = (queryHash: string): boolean => owners.get(queryHash) === keptFor() && (keptFor() !== '' || process.env.TARO_ENV !== 'h5')

function writeShelf(name: ShelfName, client: QueryClient): void {
  const answers = client
    .getQueryCache()
    .findAll({ queryKey: [name] })
    .filter(({ state, queryHash }) => state.data !== undefined && (name === 'public' || isOurs(queryHash)))
  if (answers.length === 0) return
  const newestFirst = answers
    .map(({ queryKey, state }) => ({ key: queryKey, data: state.data, at: state.dataUpdatedAt }))
    .sort((a, b) => b.at - a.at)
  const shelf: Shelf = { shape, owner: keptFor(), entries: fitting(newestFirst) }
  void Taro.setStorage({ key: storageKey(name), data: JSON.stringify(shelf) })
}

/** As many of the newest as fit. */
function fitting(entries: Entry[]): Entry[] {
  let room = maxCharacters
  return entries.filter((entry) => (room -= JSON.stringify(entry).length) > 0)
}
