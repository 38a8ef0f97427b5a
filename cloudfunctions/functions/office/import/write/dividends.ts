import { put } from '#store/collection'
import { dividends, type Dividend } from '#store/money'
import type { DividendRow } from '../kinds/dividend'
import type { Writing, Written } from '../kind'
import { digestOf, documentIds } from './documents'
import { knowPeople } from './people'

/** Writes a year's dividends. */
export async function writeDividends(to: Writing, rows: DividendRow[]): Promise<Written> {
  const { people, personIds, added } = await knowPeople(to, rows)
  const idOf = documentIds('dividend')
  const documents = rows.map(({ id, scheme, year, principalFen, dividendFen }): Dividend => {
    const { _id: personId, householdId } = people.get(id)!
    return {
      _id: idOf(personId, scheme, year),
      digest: digestOf(to.keys, principalFen, dividendFen),
      personId, householdId, scheme, year, principalFen, dividendFen,
      importId: to.importId,
      importedAt: to.importedAt,
    }
  })
  const done = await put(to.db, dividends, documents)
  return { added: added + done.added, changed: done.changed, personIds }
}
