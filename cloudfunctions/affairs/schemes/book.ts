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
const homeFields = ['headId', 'headName', 'townCode', 'villageCode', 'onRegister']
/** Of those that nobody on the register lives in, besides: since when, and where they went. */
const emptyFields = [...homeFields, 'members', 'headLeft', 'importedAt']

/** Every household in a scheme, by what was written down and by what lists say. `unplaced`: rows of lists whose person has no household. */
export async function loadBook(
  { db, moment }: Reading,
  scheme: NamedScheme,
  town?: string,
): Promise<{ lines: BookLine[]; unplaced: number }> {
  const [stored, rows] = await Promise.all([
    findEach(db, memberships, { schemeId: scheme._id }),
    findEach(db, dividends, { schemeId: { $in: scheme.ids } }, rowFields),
  ])
  const around = await homesOf({ db }, rows, new Set(stored.map(({ householdId }) => householdId)))
  const lines = arrange({ scheme, stored, rows, ...around, today: moment.today })
  const seen = town === undefined ? lines : lines.filter(({ townCode }) => townCode === town)
  return {
    lines: seen.sort((a, b) => inOrder(a.villageCode, b.villageCode) || inOrder(a.id, b.id)),
    unplaced: town === undefined ? rows.filter(({ householdId }) => householdId === null).length : 0,
  }
}

/** Codes and ids by their characters. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The households of rows and these, and which of them went over into which. */
export async function homesOf({ db }: Pick<On, 'db'>, rows: readonly Pick<Dividend, 'householdId'>[], also: ReadonlySet<string>) {
  const ids = [...new Set([...also, ...rows.flatMap(({ householdId }) => householdId ?? [])])]
  const homes = new Map((await findIn(db, households, '_id', ids, homeFields)).map((home): [string, Household] => [home._id, home]))
  const empty = [...homes.values()].flatMap(({ _id, onRegister }) => (onRegister ? [] : [_id]))
  for (const home of await findIn(db, households, '_id', empty, emptyFields)) homes.set(home._id, home)
  const moved = await homesNow(db, [...homes.values()])
  const further = [...moved.values()].filter((id) => !homes.has(id))
  for (const home of await findIn(db, households, '_id', further, emptyFields)) homes.set(home._id, home)
  return { homes, moved }
}
