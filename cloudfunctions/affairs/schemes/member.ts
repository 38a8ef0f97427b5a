import type { BookLine } from '#domain/money/scheme-book'
import type { On } from '#kernel/call/on'
import { findById, findEach, findIn } from '#store/db/read'
import { dividends, type Dividend } from '#store/money/money'
import { households, type Household } from '#store/people/register'
import { memberships, originOf, type Membership } from '#store/work/schemes'
import { homesOf } from './book'
import { findNamedScheme, type NamedScheme } from './every'
import { arrange, listedMember, placed } from './lines'

/** One household in one scheme with all that belongs to it. */
export interface Member {
  scheme: NamedScheme
  membership: Membership
  home: Household | undefined
  rows: Dividend[]
  line: BookLine
}

/** By the id of a membership, stored or as lists have it; nothing where neither knows one. */
export async function findMember(on: Pick<On, 'db' | 'county' | 'moment'>, id: string): Promise<Member | undefined> {
  const [, schemeId] = /^([0-9a-f]{24})-(.+)$/.exec(id) ?? []
  if (schemeId === undefined) return undefined
  const [found, scheme] = await Promise.all([findById(on.db, memberships, id), findNamedScheme(on, schemeId)])
  if (!scheme) return undefined
  const home = await findById(on.db, households, found?.householdId ?? originOf(id))
  const { lines, rows, stored } = await linesOfHome(on, scheme, found?.householdId ?? originOf(id), home)
  const line = lines.find((one) => one.id === id)
  const membership = stored.find(({ _id }) => _id === id) ?? listedMember(scheme, home)
  if (!line || !membership || membership._id !== id) return undefined
  const own = new Set(line.rows.map(({ _id }) => _id))
  return { scheme, membership: placed(membership, home), home, rows: rows.filter(({ _id }) => own.has(_id)), line }
}

/** A household's own lines of a scheme: of each agreement that it has, or of what lists say. */
async function linesOfHome({ db, moment }: Pick<On, 'db' | 'moment'>, scheme: NamedScheme, id: string, home: Household | undefined) {
  const of = { schemeId: { $in: scheme.ids } }
  const people = home?.members.map(({ personId }) => personId) ?? []
  const stored = await findEach(db, memberships, { schemeId: scheme._id, householdId: id })
  const ids = [...new Set([id, ...stored.map(({ _id }) => originOf(_id))])]
  const [byHome, byPerson] = await Promise.all([
    findIn(db, dividends, 'householdId', ids, undefined, of),
    findIn(db, dividends, 'personId', people, undefined, of),
  ])
  const rows = [...new Map([...byHome, ...byPerson].map((row) => [row._id, row])).values()]
  const { homes, moved } = await homesOf({ db }, rows, new Set([id]))
  const own = rows.filter(({ householdId }) => householdId !== null && (ids.includes(householdId) || moved.get(householdId) === id))
  return { stored, rows: own, lines: arrange({ scheme, stored, rows: own, homes, moved, today: moment.today }) }
}
