import type { Random } from '#domain/sealing/symmetric'
import { breathe } from '../sealing/sealing'
import { isHeld, OutboxFull, type Counted, type Entry, type Written } from './entry'
import { drop, namesOn, put, randomPerText, take, type Shelf } from './shelf'

/**
 * Visits that wait on the phone. A visit is there when its head is: photos are written before it and removed after it, each by one write
 * of the platform, so that a programme killed anywhere leaves the visit whole or not at all.
 */
const headOf = (id: string) => `visit.${id}`
const partOf = (id: string, photo: string, index: number) => `part.${id}.${photo}.${index}`
const countName = 'count'

const read = <T>(shelf: Shelf, name: string): T | undefined => {
  const bytes = take(shelf, name)
  return bytes && (JSON.parse(shelf.sealing.fromUtf8(bytes)) as T)
}
const write = (shelf: Shelf, name: string, value: unknown, random: Random): boolean =>
  put(shelf, name, shelf.sealing.toUtf8(JSON.stringify(value)), random)

/** All visits on the phone, in the order in which they were made. */
export const entriesOn = (shelf: Shelf): Entry[] =>
  namesOn(shelf)
    .flatMap((name) => (name.startsWith('visit.') ? (read<Entry>(shelf, name) ?? []) : []))
    .sort((a, b) => a.seq - b.seq)

const entryOn = (shelf: Shelf, id: string): Entry | undefined => read<Entry>(shelf, headOf(id))

/** One part of one of its photos; nothing where it stands here no more. */
export const photoPart = (shelf: Shelf, { id, photos }: Entry, photo: number, index: number): Uint8Array | undefined =>
  take(shelf, partOf(id, photos[photo]!.id, index))

/** The last number that was given on this phone. */
export const lastOn = (shelf: Shelf): number =>
  Math.max(read<Counted>(shelf, countName)?.last ?? 0, ...entriesOn(shelf).map(({ seq }) => seq))

/** Goes on behind a number that the county knows: storage may have been cleared. @throws OutboxFull */
export async function countFrom(shelf: Shelf, last: number): Promise<void> {
  const random = await shelf.random(2 * randomPerText)
  // Written at once where it is not there: later there may be no room left for it.
  if (last > (read<Counted>(shelf, countName)?.last ?? -1) && !write(shelf, countName, { last } satisfies Counted, random))
    throw new OutboxFull()
}

/**
 * Keeps a new visit with its photos (each in its parts). Where there is no room, visits that were sent go first.
 * @throws OutboxFull where there is none all the same: then nothing of it stays; NoRandomness
 */
export async function addVisit(shelf: Shelf, ...made: [Written, Entry['home'], (readonly Uint8Array[][])?]): Promise<Entry> {
  try {
    return await add(shelf, ...made)
  } catch (failure) {
    if (!(failure instanceof OutboxFull) || entriesOn(shelf).every(isHeld)) throw failure
    await dropSent(shelf)
    return add(shelf, ...made)
  }
}

async function add(shelf: Shelf, visit: Written, home: Entry['home'], photos: readonly Uint8Array[][] = []): Promise<Entry> {
  const random = await shelf.random(16 + randomFor(photos))
  const id = shelf.sealing.toHex(random(16))
  const named = await putPhotos(shelf, id, photos, random)
  // Nothing waits between here and the head: no other visit gets this number.
  const entry: Entry = { id, seq: lastOn(shelf) + 1, edition: 1, visit, home, photos: named, tried: false, state: 'waiting' }
  keepOrFail(shelf, entry, random, named)
  return entry
}

/**
 * Puts a visit right: the next edition, which waits again. Photos may be added; none that may have reached the county is taken away.
 * `without`: places of photos to take away of one that was never tried. @throws OutboxFull; the former edition stands then.
 */
export async function mendVisit(
  shelf: Shelf,
  id: string,
  visit: Written,
  { add = [], without = [] }: { add?: readonly Uint8Array[][]; without?: readonly number[] } = {},
): Promise<Entry | undefined> {
  const random = await shelf.random(16 + randomFor(add))
  const added = await putPhotos(shelf, id, add, random)
  const before = entryOn(shelf, id)
  if (!before) return void dropPhotos(shelf, id, added)
  const gone = before.tried ? [] : before.photos.filter((_, place) => without.includes(place))
  const { words: _, ...rest } = before
  const photos = [...before.photos.filter((photo) => !gone.includes(photo)), ...added]
  const entry: Entry = { ...rest, visit, photos, edition: before.edition + 1, state: 'waiting' }
  keepOrFail(shelf, entry, random, added)
  dropPhotos(shelf, id, gone)
  return entry
}

/** Changes what is known of its sending, if it is still there. @throws OutboxFull */
export async function noteVisit(shelf: Shelf, id: string, become: (entry: Entry) => Entry): Promise<Entry | undefined> {
  const random = await shelf.random(2 * randomPerText)
  const before = entryOn(shelf, id)
  if (!before) return undefined
  const after = become(before)
  if (!write(shelf, headOf(id), after, random)) throw new OutboxFull()
  dropPhotos(
    shelf,
    id,
    after.photos.filter(({ here }, place) => !here && before.photos[place]!.here),
  )
  return after
}

/** Forgets a visit; its number stays given. @throws OutboxFull */
export async function dropVisit(shelf: Shelf, { id, photos }: Entry): Promise<void> {
  await countFrom(shelf, lastOn(shelf))
  drop(shelf, headOf(id))
  dropPhotos(shelf, id, photos)
}

/** Forgets what the county has. */
export async function dropSent(shelf: Shelf): Promise<void> {
  for (const entry of entriesOn(shelf)) if (!isHeld(entry)) await dropVisit(shelf, entry)
}

/** Clears away parts that no visit has: of one that was cut off, or whose head went before them. Once, when the programme opens. */
export function clearAway(shelf: Shelf): void {
  const wanted = new Set(
    entriesOn(shelf).flatMap(({ id, photos }) =>
      photos.flatMap((photo) => (photo.here ? Array.from({ length: photo.parts }, (_, index) => partOf(id, photo.id, index)) : [])),
    ),
  )
  for (const name of namesOn(shelf)) if (name.startsWith('part.') && !wanted.has(name)) drop(shelf, name)
}

const randomFor = (photos: readonly Uint8Array[][]): number =>
  photos.reduce((sum, parts) => sum + 4 + parts.length * randomPerText, randomPerText)

/** @throws OutboxFull, with nothing of them left */
async function putPhotos(shelf: Shelf, id: string, photos: readonly Uint8Array[][], random: Random): Promise<Entry['photos']> {
  const named: Entry['photos'] = []
  for (const parts of photos) {
    const photo = { id: shelf.sealing.toHex(random(4)), parts: parts.length, here: true }
    named.push(photo)
    for (const [index, part] of parts.entries()) {
      if (!put(shelf, partOf(id, photo.id, index), part, random)) {
        dropPhotos(shelf, id, named)
        throw new OutboxFull()
      }
      await breathe()
    }
  }
  return named
}

function dropPhotos(shelf: Shelf, id: string, photos: Entry['photos']): void {
  for (const photo of photos) for (let index = 0; index < photo.parts; index++) drop(shelf, partOf(id, photo.id, index))
}

function keepOrFail(shelf: Shelf, entry: Entry, random: Random, added: Entry['photos']): void {
  if (write(shelf, headOf(entry.id), entry, random)) return
  dropPhotos(shelf, entry.id, added)
  throw new OutboxFull()
}
