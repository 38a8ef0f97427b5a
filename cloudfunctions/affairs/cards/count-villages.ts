import type { CardVillages } from '#contract/office/cards'
import type { Town } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { findIn, pages } from '#store/db/read'
import { paperCards } from '#store/people/cards'
import { codes, households, persons } from '#store/people/register'

type Counted = CardVillages['villages'][number]

/** How far the cards of each village are; `late`: printed before that day and in nobody's hand. */
export async function countVillages(db: Db, { code: townCode, villages }: Town, late: Day): Promise<Counted[]> {
  const counted = new Map<string, Counted>(
    villages.map(({ code, name }) => [code, { code, name, without: 0, asked: 0, printed: 0, handed: 0, late: 0 }]),
  )
  const inTown = { villageCode: { $gte: townCode, $lt: `${townCode}~` } }
  const holders = new Set<string>()
  for await (const page of pages(db, codes, { ...inTown, status: 'active' }, { fields: ['villageCode', 'personId'] })) {
    const papers = new Map(
      (
        await findIn(
          db,
          paperCards,
          '_id',
          page.map(({ _id }) => _id),
        )
      ).map((paper) => [paper._id, paper]),
    )
    for (const { _id, villageCode, personId } of page) {
      holders.add(personId)
      const [village, paper] = [counted.get(villageCode), papers.get(_id)]
      if (!village) continue
      village[paper?.state ?? 'asked']++
      if (paper?.state === 'printed' && paper.printedOn! < late) village.late++
    }
  }
  for await (const page of pages(db, households, inTown, { fields: ['villageCode'] })) {
    const ids = page.map(({ _id }) => _id)
    const villageOf = new Map(page.map(({ _id, villageCode }) => [_id, villageCode]))
    for (const { _id, householdId } of await findIn(db, persons, 'householdId', ids, ['householdId'], { onRegister: true })) {
      const village = counted.get(villageOf.get(householdId!)!)
      if (village && !holders.has(_id)) village.without++
    }
  }
  return [...counted.values()]
}
