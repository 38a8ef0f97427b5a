import { findEach, findIn } from '#store/db/read'
import type { Db } from '#store/db/collection'
import { paperCards, type PaperCard } from '#store/people/cards'
import { codes, households, persons, type Code, type Household, type Person } from '#store/people/register'
import { inListOrder } from './list-order'

/** A card of a village that works: its number among them, in the order of the department's list, and how far the paper is. */
export interface VillageCard {
  code: Code
  home: Household | undefined
  person: Pick<Person, '_id' | 'name' | 'relation'> | undefined
  serial: number
  paper: PaperCard | undefined
}

/** The cards of one village, and who of its register has none. */
export interface VillageCards {
  cards: VillageCard[]
  without: Pick<Person, '_id' | 'householdId'>[]
}

/** Every card of a village that works. A village has some hundred people. */
export async function cardsOfVillage(db: Db, villageCode: string): Promise<VillageCards> {
  const [issued, homes] = await Promise.all([
    findEach(db, codes, { villageCode, status: 'active' }),
    findEach(db, households, { villageCode }),
  ])
  const listed = inListOrder(issued, homes)
  const codeIds = issued.map(({ _id }) => _id)
  const [people, papers, registered] = await Promise.all([
    findIn(
      db,
      persons,
      '_id',
      issued.map(({ personId }) => personId),
      ['name', 'relation'],
    ),
    findIn(db, paperCards, '_id', codeIds),
    findIn(
      db,
      persons,
      'householdId',
      homes.map(({ _id }) => _id),
      ['householdId'],
      { onRegister: true },
    ),
  ])
  const holders = new Set(issued.map(({ personId }) => personId))
  const [byId, paperOf] = [new Map(people.map((person) => [person._id, person])), new Map(papers.map((paper) => [paper._id, paper]))]
  return {
    cards: listed.map(({ code, home }, i) => ({
      ...{ code, home, serial: i + 1 },
      person: byId.get(code.personId),
      paper: paperOf.get(code._id),
    })),
    without: registered.filter(({ _id }) => !holders.has(_id)),
  }
}
