import type { Collection, Db, Stored } from '#store/db/collection'
import { findIn } from '#store/db/read'
import type { Transaction } from '#store/db/transaction'
import { doctorContracts, pairings, type DoctorContract, type Pairing } from '#store/people/helpers'
import { codes, households, persons, type Code, type Household, type Person } from '#store/people/register'

type Care = Pairing | DoctorContract

/** The ids of all that a decision may touch. */
export interface Touched {
  persons: string[]
  homes: string[]
  codes: string[]
  pairings: string[]
  contracts: string[]
}

/** What these people and households are made of, by ids: a transaction reads by nothing else. */
export async function touchedBy(db: Db, named: string[], asked: string[]): Promise<Touched> {
  const former = (await findIn(db, persons, '_id', named, ['householdId'])).flatMap(({ householdId }) => householdId ?? [])
  const homes = [...new Set([...asked, ...former])]
  const [inHomes, listed] = await Promise.all([
    findIn(db, persons, 'householdId', homes, ['_id']),
    findIn(db, households, '_id', homes, ['members']),
  ])
  const everyone = [
    ...new Set([...named, ...inHomes.map(({ _id }) => _id), ...listed.flatMap(({ members }) => members.map(({ personId }) => personId))]),
  ]
  const [cards, ...cared] = await Promise.all([
    findIn(db, codes, 'personId', everyone, ['replacedBy']),
    ...[pairings, doctorContracts].map(async (of) => {
      const some = of as Collection<Care>
      const own = [await findIn(db, some, 'personId', everyone, ['_id']), await findIn(db, some, 'householdId', homes, ['_id'])]
      return [...new Set(own.flat().map(({ _id }) => _id))]
    }),
  ])
  const codeIds = [...new Set(cards.flatMap(({ _id, replacedBy }) => [_id, ...(replacedBy ? [replacedBy] : [])]))]
  return { persons: everyone, homes, codes: codeIds, pairings: cared[0]!, contracts: cared[1]! }
}

/** Documents of one collection as a transaction read them, changed in memory, and written at its end where they differ. */
class Held<T extends Stored> {
  private readonly read = new Map<string, string>()
  private readonly now = new Map<string, T>()
  constructor(private readonly of: Collection<T>) {}

  async load(transaction: Transaction, ids: string[]): Promise<void> {
    for (const id of ids) {
      const there = await transaction.get(this.of, id)
      if (!there) continue
      this.read.set(id, JSON.stringify(there))
      this.now.set(id, there)
    }
  }
  get = (id: string): T | undefined => this.now.get(id)
  all = (): T[] => [...this.now.values()]
  put(document: T): T {
    this.now.set(document._id, document)
    return document
  }
  async write(transaction: Transaction): Promise<void> {
    for (const [id, document] of this.now) {
      const before = this.read.get(id)
      if (before === undefined) await transaction.add(this.of, document)
      else if (before !== JSON.stringify(document)) await transaction.set(this.of, document)
    }
  }
}

/** The part of the register that a decision is about, inside of its transaction. */
export interface Standing {
  persons: Held<Person>
  homes: Held<Household>
  codes: Held<Code>
  pairings: Held<Pairing>
  contracts: Held<DoctorContract>
}

/** @throws MovedMeanwhile when somebody came from or went to a household that was not read. */
export async function readStanding(transaction: Transaction, touched: Touched): Promise<Standing> {
  const standing: Standing = {
    persons: new Held(persons),
    homes: new Held(households),
    codes: new Held(codes),
    pairings: new Held(pairings),
    contracts: new Held(doctorContracts),
  }
  for (const [of, ids] of Object.entries(touched) as [keyof Standing, string[]][]) await standing[of].load(transaction, ids)
  const strangers = [
    ...standing.persons.all().filter(({ householdId }) => householdId && !touched.homes.includes(householdId)),
    ...standing.homes.all().filter(({ members }) => members.some(({ personId }) => !touched.persons.includes(personId))),
  ]
  if (strangers.length > 0) throw new MovedMeanwhile()
  return standing
}

export class MovedMeanwhile extends Error {}
