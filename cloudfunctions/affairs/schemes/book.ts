import type { BookLine } from '#domain/money/scheme-book'
import type { On } from '#kernel/call/on'
import { findEach, findIn } from '#store/db/read'
import { dividends, type Dividend } from '#store/money/money'
import { households, type Household } from '#store/people/register'
import { memberships } from '#store/work/schemes'
import type { NamedScheme } from './every'
import { homesNow } from './homes-now'
import { arrange } from './lines'

type Reading = Pick<On, 'db' | 'moment'>
const rowFields = ['householdId', 'personId', 'year', 'principalFen', 'dividendFen']
const homeFields = ['headId', 'headName', 'townCode', 'villageCode', 'onRegister', 'members', 'headLeft', 'importedAt']

/** Every household in a scheme, by what was written down and by what lists say. `unplaced`: rows of lists whose person has no household. */
export async function loadBook(
  { db, moment }: Reading,
  scheme: NamedScheme,
  town?: string,
): Promise<{ lines: BookLine[]; unplaced: number; homes: ReadonlyMap<string, Household> }> {
  const [stored, rows] = await Promise.all([
    findEach(db, memberships, { schemeId: scheme._id }),
    findEach(db, dividends, { schemeId: { $in: scheme.ids } }, rowFields),
  ])
  const around = await homesOf({ db }, rows, new Set(stored.map(({ householdId }) => householdId)))
  const lines = arrange({ scheme, stored, rows, ...around, today: moment.today })
  const seen = town === undefined ? lines : lines.filter(({ townCode }) => townCode === town)
  return {
    homes: around.homes,
    lines: seen.sort((a, b) => a.villageCode.localeCompare(b.villageCode) || a.id.localeCompare(b.id)),
    unplaced: town === undefined ? rows.filter(({ householdId }) => householdId === null).length : 0,
  }
}

/** The households of rows and these, and which of them went over into which. */
export async function homesOf({ db }: Pick<On, 'db'>, rows: readonly Pick<Dividend, 'householdId'>[], also: ReadonlySet<string>) {
  const ids = [...new Set([...also, ...rows.flatMap(({ householdId }) => householdId ?? [])])]
  const homes = new Map((await findIn(db, households, '_id', ids, homeFields)).map((home): [string, Household] => [home._id, home]))
  const moved = await homesNow(db, [...homes.values()])
  const further = [...moved.values()].filter((id) => !homes.has(id))
  for (const home of await findIn(db, households, '_id', further, homeFields)) homes.set(home._id, home)
  return { homes, moved }
}
