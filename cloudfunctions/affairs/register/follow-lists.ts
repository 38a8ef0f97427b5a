import { createHash } from 'node:crypto'
import { firstDays, happenedToHome, happenedToPerson, type DerivedEvent, type Follows, type ListedHome } from '#domain/register/derive'
import type { Keys } from '#kernel/seal/keys'
import { digest } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { put, remove, update, type Put } from '#store/db/write'
import { listings, type Listing } from '#store/people/listings'
import { events, type RegisterEvent } from '#store/people/register'

interface On {
  db: Db
  keys: Keys
}

/**
 * Brings the events that follow from lists to what everything said so far comes to, for these people and households and whoever was ever
 * in one with them. It depends on what was said only, never on which came in first; done again it changes nothing.
 */
export async function followLists(on: On, personIds: string[], householdIds: string[]): Promise<Put> {
  const { people, homes, lists } = await everybodyWith(on.db, personIds, householdIds)
  const there = await eventsOf(on.db, [...people], [...homes])
  return bringTo(on, follow(lists, there, people, homes), there)
}

/** The same for people whom nobody knew before this list, and who are its households alone: nothing need be read. */
export const followFirst = (on: On, lists: Listing[]): Promise<Put> => {
  const [people, homes] = [lists.flatMap((list) => list.personIds), lists.map(({ householdId }) => householdId)]
  return bringTo(on, follow(lists, [], new Set(people), new Set(homes)), [])
}

interface Connected {
  people: Set<string>
  homes: Set<string>
  lists: Listing[]
}

/** Everybody who by any list was ever in one household with these, or with those; few families are many. */
async function everybodyWith(db: Db, personIds: string[], householdIds: string[]): Promise<Connected> {
  const found = new Map<string, Listing>()
  const [people, homes] = [new Set<string>(personIds), new Set<string>(householdIds)]
  let [newPeople, newHomes] = [[...people], [...homes]]
  while (newPeople.length > 0 || newHomes.length > 0) {
    const lists = (await Promise.all([findIn(db, listings, 'personIds', newPeople), findIn(db, listings, 'householdId', newHomes)])).flat()
    ;[newPeople, newHomes] = [[], []]
    for (const list of lists) {
      found.set(list._id, list)
      for (const id of list.personIds.filter((one) => !people.has(one))) {
        people.add(id)
        newPeople.push(id)
      }
      if (homes.has(list.householdId)) continue
      homes.add(list.householdId)
      newHomes.push(list.householdId)
    }
  }
  return { people, homes, lists: [...found.values()] }
}

async function eventsOf(db: Db, people: string[], homes: string[]): Promise<RegisterEvent[]> {
  const found = (await Promise.all([findIn(db, events, 'personId', people), findIn(db, events, 'householdId', homes)])).flat()
  return [...new Map(found.map((event) => [event._id, event])).values()]
}

type Following = Follows & { lists: Map<ListedHome, Listing> }

function follow(found: Listing[], there: RegisterEvent[], people: Set<string>, homes: Set<string>): Following {
  const of = new Map<ListedHome, Listing>()
  const byPerson = new Map<string, ListedHome[]>()
  const byHome = new Map<string, ListedHome[]>()
  for (const listing of found)
    for (const on of new Set(listing.said.map((said) => said.on))) {
      const list = { ...listing, on }
      of.set(list, listing)
      into(byHome, listing.householdId, list)
      for (const id of listing.personIds) into(byPerson, id, list)
    }
  const said = there.filter(({ derived }) => !derived)
  const saidOfPerson = new Map<string, RegisterEvent[]>()
  const saidOfHome = new Map<string, RegisterEvent[]>()
  for (const one of said) {
    into(saidOfPerson, one.personId, one)
    if (one.householdId) into(saidOfHome, one.householdId, one)
  }
  const firstDay = firstDays([...of.keys()], said)
  const all = [
    ...[...people].map((id) => happenedToPerson(id, byPerson.get(id) ?? [], saidOfPerson.get(id) ?? [], firstDay)),
    ...[...homes].map((id) => happenedToHome(id, byHome.get(id) ?? [], saidOfHome.get(id) ?? [])),
  ]
  return { events: all.flatMap((one) => one.events), repeats: new Set(all.flatMap((one) => [...one.repeats])), lists: of }
}

function into<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key)
  if (group) group.push(one)
  else groups.set(key, [one])
}

/** What no longer follows goes, what follows comes; of what was said it stands whether it changed anything. */
async function bringTo({ db, keys }: On, { events: following, repeats, lists }: Following, there: RegisterEvent[]): Promise<Put> {
  const documents = following.map((event) => documentOf(keys, event, lists))
  const ids = new Set(documents.map(({ _id }) => _id))
  const gone = there.filter(({ _id, derived }) => derived && !ids.has(_id)).map(({ _id }) => _id)
  for (const part of inParts(gone, 500)) await remove(db, events, { _id: { $in: part } })
  const done = await put(db, events, documents)
  const said = there.filter(({ derived }) => !derived)
  const now = said.filter(({ _id, repeats: was }) => repeats.has(_id) && !was).map(({ _id }) => _id)
  const noLonger = said.filter(({ _id, repeats: was }) => !repeats.has(_id) && was).map(({ _id }) => _id)
  if (now.length > 0) await update(db, events, { _id: { $in: now } }, { $set: { repeats: true } })
  if (noLonger.length > 0) await update(db, events, { _id: { $in: noLonger } }, { $unset: { repeats: '' } })
  return { added: done.added, changed: done.changed + gone.length }
}

function documentOf(keys: Keys, { by, ...event }: DerivedEvent, lists: Map<ListedHome, Listing>): RegisterEvent {
  const list = by && lists.get(by)
  const words = list
    ? {
        reason: event.kind === 'recognised' || event.kind === 'restored' ? '列入低收入农户名册' : '名册上改了',
        evidence: `保障证号 ${list.certificateNo || '未填'}`,
        approver: '民政部门',
      }
    : { reason: '在这以前已经在名册上，从哪一天起没有留下', evidence: '', approver: '' }
  // Of several files of one day that say the same, the one that comes first by name: no order of imports matters.
  const importId = list?.said
    .filter(({ on }) => on === by!.on)
    .map((said) => said.importId)
    .sort()[0]
  return {
    _id: createHash('sha256')
      .update(
        JSON.stringify([
          'follows',
          event.kind,
          event.personId,
          event.kind === 'head' || event.kind === 'category' || event.kind === 'moved' ? event.householdId : null,
          event.on,
          event.decidedAt ?? null,
        ]),
      )
      .digest('hex')
      .slice(0, 24),
    digest: digest(keys, 'row', JSON.stringify([event, words, importId ?? null])),
    ...event,
    ...words,
    ...(importId && { importId }),
    ...(by && { saidOn: by.on }),
    ...(list && list.said[0]!.on === by!.on && { sheet: list.sheet, row: list.row }),
  }
}
