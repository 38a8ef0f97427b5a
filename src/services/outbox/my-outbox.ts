import type { InputOf, OutputOf } from '#contract/call/action'
import type { field } from '#contract/field/actions'
import { prepareRandom } from '../sealing/random'
import { canSeal, loadSealing } from '../sealing/sealing'
import { call } from '../wire/call'
import { today } from '../wire/clock'
import { isHeld, type Entry } from './entry'
import { heldKeys, holdKeys, noteHeld } from './held-keys'
import { clearAway, countFrom, dropVisit, entriesOn, lastOn } from './outbox'
import { phoneStorage } from './phone-storage'
import { sendVisits, type County } from './send-visits'
import { openShelf, sealAnew, type Shelf } from './shelf'

/** This phone cannot seal, or has not been given keys: nothing is kept on it that anybody could read. */
export class NoOutbox extends Error {
  override name = 'NoOutbox'
}
const words = {
  old: '这部手机太旧，不能把走访封好存下。请换一部手机记，或者回村里在别的手机上补记。',
  keyless: '这部手机还没有拿到封存用的钥匙。请先连上网，打开一次“我的户”，再去走访。',
}

let open: { keys: string; shelf: Promise<Shelf> } | undefined

/** The signed-in worker's shelf on this phone. @throws NoOutbox, with words for the worker */
export async function myShelf(): Promise<Shelf> {
  if (!canSeal()) throw new NoOutbox(words.old)
  const keys = heldKeys()
  if (!keys) throw new NoOutbox(words.keyless)
  const name = keys.join()
  // Opened once: clearing away must not meet what is just being written.
  if (open?.keys !== name) open = { keys: name, shelf: opened(keys) }
  return open.shelf
}

async function opened(keys: readonly string[]): Promise<Shelf> {
  const shelf = openShelf(phoneStorage, await loadSealing(), keys, prepareRandom)
  clearAway(shelf)
  await sealAnew(shelf)
  for (const entry of entriesOn(shelf)) if (!isHeld(entry) && entry.visit.on < today()) await dropVisit(shelf, entry)
  return shelf
}

/** What is on it, counted. */
export async function myVisits(): Promise<Entry[]> {
  const entries = entriesOn(await myShelf())
  noteHeld(entries.filter(isHeld).length)
  return entries
}

/** Tells the county what waits here, and gets what the outbox is sealed with. Fails with `CallError`. */
export async function tellCounty(): Promise<OutputOf<typeof field.outbox>> {
  if (heldKeys()) return tell(await myVisits(), lastOn(await myShelf()))
  const first = await tell([], 0)
  const entries = await myVisits()
  // What was here before this session could not be read until now: the county hears of it too.
  return entries.length > 0 ? tell(entries, lastOn(await myShelf())) : first
}

async function tell(entries: Entry[], last: number): Promise<OutputOf<typeof field.outbox>> {
  const held = entries.filter(isHeld)
  const since = held[0] && { since: held[0].visit.phoneAt }
  const told = await call('field', 'outbox', { held: held.map(({ seq }) => seq).slice(0, 2000), ...since, last })
  holdKeys(told.keys)
  await countFrom(await myShelf(), told.last)
  return told
}

const county: County = {
  visit: (input) => call('field', 'visit', input),
  visitPart: (input: InputOf<typeof field.visitPart>) => call('field', 'visitPart', input),
  partsThatCame: (input) => call('field', 'partsThatCame', input),
}

let underWay: Promise<Error | undefined> | undefined

/** What goes before the visits; gives why the county could not be reached. */
type First = (shelf: Shelf, isTheirs: () => boolean) => Promise<Error | undefined>

/** Sends what waits; one sending at a time. Gives why the county could not be reached. @throws NoOutbox, OutboxFull */
export const sendMine = (first: First): Promise<Error | undefined> =>
  (underWay ??= send(first).finally(() => {
    underWay = undefined
  }))

async function send(first: First): Promise<Error | undefined> {
  const shelf = await myShelf()
  const keys = heldKeys()?.join()
  const isTheirs = () => heldKeys()?.join() === keys
  const silent = (await first(shelf, isTheirs)) ?? (await sendVisits(shelf, { county, isTheirs, now: () => new Date() }))
  // Whoever signed in meanwhile has an outbox of their own to tell of.
  if (isTheirs()) await myVisits()
  return silent
}
