import { askersOf, type Standing, type Standings } from '#domain/access/second-person'
import type { Db } from '#store/db/collection'
import { standingsOf } from '#store/access/staff'

/** These of the staff and everybody who stands behind them: a round for each step back, three or four in all. */
export async function findStandings(db: Db, ids: readonly string[]): Promise<Standings> {
  const known = new Map<string, Standing>()
  const asked = new Set<string>()
  for (let next = [...new Set(ids)]; next.length > 0;) {
    next.forEach((id) => asked.add(id))
    const found = await standingsOf(db, next)
    for (const one of found) known.set(one._id, one)
    next = [...new Set(found.flatMap(askersOf))].filter((id) => !asked.has(id))
  }
  return known
}
