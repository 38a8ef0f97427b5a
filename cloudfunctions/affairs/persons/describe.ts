import { createHash } from 'node:crypto'
import type { Described } from '#domain/people/alike/described'
import { splitPhones } from '#domain/people/phones'
import type { County } from '#domain/county/county'
import type { Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { contacts, type Contact } from '#store/people/contacts'
import { households, persons, type Person } from '#store/people/register'
import { statements, type SaidOf } from '#store/people/statements'
import { chineseSounds } from './sounds'

/** What comparing needs: an action's `On` and a job's `AtWork` both are it. */
export interface Comparing {
  db: Db
  keys: Keys
  county: County
  moment: { iso: string; today: `${number}-${number}-${number}` }
}

/** A person of the register of people, as they are compared; `of`: what it was made from. */
export interface Known extends Described {
  personId: string
  householdId: string | null
  sameAs: string | undefined
  of: string
}

const fields = ['name', 'idSealed', 'sex', 'birth', 'householdId', 'sameAs']
type Read = Pick<Person, '_id' | 'name' | 'idSealed' | 'sex' | 'birth' | 'householdId' | 'sameAs'>

/** These people as they are compared, by id; who is not there is left out. */
export async function describe(on: Comparing, ids: readonly string[]): Promise<Map<string, Known>> {
  const people = (await findIn(on.db, persons, '_id', [...ids], fields)) as Read[]
  const [around, sounds] = await Promise.all([surroundingsOf(on, people), chineseSounds()])
  return new Map(
    people.map(({ _id, name, idSealed, sex, birth, householdId, sameAs }) => {
      const { home, contact, said, of } = around.get(_id)!
      const phones = contact ? open(on.keys, contact.phoneSealed) : (said?.phone ?? '')
      const known = { personId: _id, name, sounds: sounds(name), idNumber: open(on.keys, idSealed), sex, birth, householdId, sameAs }
      return [_id, { ...known, ...(home !== undefined && { home }), phones: splitPhones(phones), of }]
    }),
  )
}

interface Surroundings {
  home: string | undefined
  contact: Contact | undefined
  said: SaidOf | undefined
  of: string
}

/** What is known of people beside their entry, and the mark of all of it: of those on no register, what lists say of place and phone. */
export async function surroundingsOf(
  { db, keys }: Pick<Comparing, 'db' | 'keys'>,
  people: readonly Pick<Person, '_id' | 'name' | 'birth' | 'householdId' | 'sameAs'>[],
): Promise<Map<string, Surroundings>> {
  const homeIds = people.flatMap(({ householdId }) => householdId ?? [])
  const ids = people.map(({ _id }) => _id)
  const unlisted = people.filter(({ householdId, sameAs }) => householdId === null || sameAs).map(({ _id }) => _id)
  const [homes, phones, stated] = await Promise.all([
    findIn(db, households, '_id', homeIds, ['villageCode']),
    findIn(db, contacts, '_id', ids, ['phoneSealed', 'digest']),
    findIn(db, statements, 'personId', unlisted, ['personId', 'saidSealed', 'saidOn']),
  ])
  const villageOf = new Map(homes.map(({ _id, villageCode }) => [_id, villageCode]))
  const contactOf = new Map(phones.map((contact) => [contact._id, contact]))
  const saidOf = new Map<string, SaidOf>()
  const inOrder = [...stated].sort((a, b) => (a.saidOn === b.saidOn ? (a._id < b._id ? -1 : 1) : a.saidOn < b.saidOn ? -1 : 1))
  for (const { personId, saidSealed } of inOrder)
    saidOf.set(personId, { ...saidOf.get(personId), ...(JSON.parse(open(keys, saidSealed)) as SaidOf) })
  return new Map(
    people.map(({ _id, name, birth, householdId, sameAs }) => {
      const [said, contact] = [saidOf.get(_id), contactOf.get(_id)]
      // Who was brought together with another lives there by that alone.
      const home = (sameAs === undefined ? villageOf.get(householdId ?? '') : undefined) ?? said?.home
      return [_id, { home, contact, said, of: factsOf([name, birth, home, contact?.digest ?? said?.phone, sameAs]) }]
    }),
  )
}

const factsOf = (facts: unknown[]): string => createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 16)
