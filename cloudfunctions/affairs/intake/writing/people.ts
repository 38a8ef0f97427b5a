import { birthOf, sexOf } from '#domain/people/id-number'
import { blindIndex, blindIndexes, seal } from '#kernel/seal/seal'
import { heldName, type SaidName } from '#domain/people/names'
import { inTurns } from '#store/db/turns'
import { insertMany, update } from '#store/db/write'
import { persons, type Person } from '#store/people/register'
import { mac, versionsOf } from '#kernel/seal/keys'
import type { RowPlace } from '../tables/data-rows'
import type { SeenLate, Writing } from './writing'
import { digestOf } from './documents'
import { findIndexed } from './find-indexed'

/** A person as a file names them. */
export interface Named {
  id: string
  name: string
  /** Code of the village that the row names, or of the town where it names no village that we know. */
  home?: string | undefined
  at: RowPlace
}

/** A person as the database knows them already. */
export type Known = Pick<
  Person,
  '_id' | 'digest' | 'name' | 'nameOn' | 'relation' | 'householdId' | 'onRegister' | 'listedOn' | 'decidedOn' | 'sameAs'
>

/** Who of these the database knows, by identity number. */
export async function findPeople({ db, keys }: Pick<Writing, 'db' | 'keys'>, ids: Iterable<string>): Promise<Map<string, Known>> {
  const asked = Array.from(new Set(ids), (id) => ({ id, indexes: blindIndexes(keys, 'id-number', id) }))
  const idOf = new Map(asked.flatMap(({ id, indexes }) => indexes.map((index) => [index, id] as const)))
  const found = await findIndexed(
    db,
    persons,
    keys,
    'idIndex',
    asked.map(({ indexes }) => indexes),
    ['idIndex', 'digest', 'name', 'nameOn', 'relation', 'householdId', 'onRegister', 'listedOn', 'decidedOn', 'sameAs'],
  )
  return new Map(found.map((person) => [idOf.get(person.idIndex)!, person]))
}

/**
 * The id of somebody new: nobody without the root key can guess it, and two imports at once, or one that is done again, make the same
 * person and not a twin. The oldest key does it, so that a rotation changes no id.
 */
export const personIdOf = (keys: Writing['keys'], id: string): string =>
  mac(keys, 'person', id, versionsOf(keys)[0]).subarray(0, 16).toString('hex')

/** A person who is new to the database, or has changed. */
export function personDocument(
  { keys, importedAt }: Pick<Writing, 'keys' | 'importedAt'>,
  { id, name }: Pick<Named, 'id' | 'name'>,
  over: Partial<Person> = {},
): Person {
  const { householdId = null, relation = null } = over
  return {
    _id: personIdOf(keys, id),
    name,
    idSealed: seal(keys, id),
    idIndex: blindIndex(keys, 'id-number', id),
    sex: sexOf(id),
    birth: birthOf(id),
    householdId,
    relation,
    onRegister: false,
    importedAt,
    ...over,
    digest: personDigest(keys, name, householdId, relation),
  }
}

/** What a register says of a person; whether they still are on it is kept apart. */
export const personDigest = (keys: Writing['keys'], name: string, householdId: string | null, relation: string | null): string =>
  digestOf(keys, name, householdId, relation)

export async function addPeople({ db }: Writing, people: Person[]): Promise<void> {
  await insertMany(db, persons, people)
}

/** Everyone a file names, by identity number. Who is on no register yet is remembered, so that a later one finds them. */
export async function knowPeople(
  to: Writing,
  named: readonly Named[],
): Promise<{ people: Map<string, Known>; personIds: Map<string, string>; added: number }> {
  const people = await findPeople(
    to,
    named.map(({ id }) => id),
  )
  const unknown = new Map(named.filter(({ id }) => !people.has(id)).map((person) => [person.id, person]))
  const fresh = [...unknown].map(([id, person]) => [id, personDocument(to, person, { nameOn: to.spokenOn })] as const)
  await addPeople(
    to,
    fresh.map(([, person]) => person),
  )
  for (const [id, person] of fresh) people.set(id, person)
  await settleNames(to, named, people)
  return { people, personIds: new Map([...people].map(([id, { _id }]) => [id, _id])), added: fresh.length }
}

/** How the database has a person's name. */
export const saidOf = ({ name, nameOn, listedOn }: Known): SaidName => ({
  name,
  on: listedOn ?? nameOn ?? '',
  byRegister: listedOn !== undefined,
})

/** Who is called differently here than so far: the name that holds is kept, and somebody must look. */
async function settleNames(to: Writing, named: readonly Named[], people: Map<string, Known>): Promise<void> {
  const changed = new Map<string, { _id: string; held: SaidName; before: Known }>()
  const seen: SeenLate[] = []
  for (const { id, name, at } of named) {
    const before = people.get(id)!
    const held = heldName(saidOf(before), { name, on: to.spokenOn, byRegister: false })
    if (name !== before.name) seen.push(nameDiffers(at, name, before))
    if (held.on === '' || (held.name === before.name && held.on === saidOf(before).on)) continue
    const now = { ...before, name: held.name, nameOn: held.on }
    people.set(id, now)
    changed.set(before._id, { _id: before._id, held, before: now })
  }
  await to.warn(seen)
  await inTurns(changed.values(), 8, ({ _id, held, before }) =>
    update(
      to.db,
      persons,
      { _id },
      { $set: { name: held.name, nameOn: held.on, digest: personDigest(to.keys, held.name, before.householdId, before.relation) } },
    ),
  )
}

export const nameDiffers = (at: RowPlace, name: string, before: Pick<Known, '_id' | 'name'>): SeenLate => ({
  at,
  personId: before._id,
  code: 'name_differs',
  detail: `这里写“${name}”，以前收到的是“${before.name}”`,
})
