import { bookLine, type BookLine } from '#domain/money/scheme-book'
import { maskName } from '#domain/people/names'
import type { On } from '#kernel/call/on'
import { aggregate, findEach, findIn } from '#store/db/read'
import { dividends, type Dividend } from '#store/money/money'
import { households, type Household } from '#store/people/register'
import { findScheme, allSchemes, membershipIdOf, memberships, type Membership, type Scheme } from '#store/work/schemes'
import { offSince } from './off-register'
import { schemeIdOf } from './scheme-id'

/** A scheme that only lists of dividends know so far. */
export type NamedScheme = Pick<Scheme, '_id' | 'name' | 'terms'> & { opened?: Scheme }

const named = (opened: Scheme): NamedScheme => ({ ...{ _id: opened._id, name: opened.name, terms: opened.terms }, opened })

/** Every scheme that is registered or that a list names, by name. */
export async function everyScheme({ db }: Pick<On, 'db'>): Promise<NamedScheme[]> {
  const [opened, listed] = await Promise.all([allSchemes(db), aggregate<{ _id: string }>(db, dividends, [{ $group: { _id: '$scheme' } }])])
  const known = new Map(opened.map((one) => [one._id, named(one)]))
  for (const { _id: name } of listed) {
    const id = schemeIdOf(name)
    if (!known.has(id)) known.set(id, { _id: id, name, terms: [] })
  }
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

export async function findNamedScheme(on: Pick<On, 'db'>, id: string): Promise<NamedScheme | undefined> {
  const opened = await findScheme(on.db, id)
  return opened ? named(opened) : (await everyScheme(on)).find(({ _id }) => _id === id)
}

type Reading = Pick<On, 'db' | 'moment'>
const rowFields = ['householdId', 'personId', 'year', 'principalFen', 'dividendFen']
const homeFields = ['headName', 'townCode', 'villageCode', 'onRegister', 'members', 'headLeft', 'importedAt']

/** Every household in a scheme, by what was written down and by what lists say. `unplaced`: rows of lists whose person has no household. */
export async function loadBook(
  { db, moment }: Reading,
  scheme: NamedScheme,
  town?: string,
): Promise<{ lines: BookLine[]; unplaced: number }> {
  const [stored, rows] = await Promise.all([
    findEach(db, memberships, { schemeId: scheme._id }),
    findEach(db, dividends, { scheme: scheme.name }, rowFields),
  ])
  const byHome = new Map<string, Dividend[]>()
  for (const row of rows) if (row.householdId !== null) byHome.set(row.householdId, [...(byHome.get(row.householdId) ?? []), row])
  const members = new Map(stored.map((one) => [one.householdId, one]))
  const ids = [...new Set([...byHome.keys(), ...members.keys()])]
  const homes = new Map((await findIn(db, households, '_id', ids, homeFields)).map((home) => [home._id, home]))
  const lines = ids.flatMap((id) => {
    const member = members.get(id) ?? listedMember(scheme, homes.get(id))
    return member ? [lineOf(member, homes.get(id), byHome.get(id) ?? [], scheme, moment.today)] : []
  })
  const seen = town === undefined ? lines : lines.filter(({ townCode }) => townCode === town)
  return {
    lines: seen.sort((a, b) => a.villageCode.localeCompare(b.villageCode) || a.id.localeCompare(b.id)),
    unplaced: town === undefined ? rows.filter(({ householdId }) => householdId === null).length : 0,
  }
}

export function lineOf(
  member: Membership,
  home: Household | undefined,
  rows: readonly Dividend[],
  { terms }: Pick<NamedScheme, 'terms'>,
  today: string,
): BookLine {
  const { _id: id, householdId, state, capital, returns, toldOn, exitOn, turn } = placed(member, home)
  const { townCode, villageCode, who } = placed(member, home)
  return bookLine(
    {
      ...{ id, stored: turn > 0, householdId, townCode, villageCode, who, state, capital, returns, toldOn, exitOn },
      offSince: home ? offSince(home) : null,
      rows: rows.map(({ _id, personId, year, principalFen, dividendFen }) => ({ _id, personId, year, principalFen, dividendFen })),
    },
    terms,
    Number(today.slice(0, 4)),
  )
}

/** A membership where its household lives now. */
export const placed = (member: Membership, home: Household | undefined): Membership =>
  home ? { ...member, townCode: home.townCode, villageCode: home.villageCode, who: maskName(home.headName) } : member

/** What a list of dividends alone comes to: nothing is written of it before somebody does something about it. */
export const listedMember = (scheme: Pick<NamedScheme, '_id' | 'name'>, home: Household | undefined): Membership | undefined =>
  home && emptyMember(scheme, home)

export const emptyMember = (
  { _id: schemeId, name: scheme }: Pick<NamedScheme, '_id' | 'name'>,
  { _id, townCode, villageCode, headName }: Household,
): Membership => ({
  _id: membershipIdOf(schemeId, _id),
  ...{ schemeId, scheme, householdId: _id, townCode, villageCode, who: maskName(headName), state: 'listed', open: true },
  ...{ capital: [], returns: [], inFen: 0 as Membership['inFen'], returnedFen: 0 as Membership['inFen'], signedOn: null, wanted: null },
  ...{ toldOn: null, toldSealed: null, reasonId: null, askedBy: null, askedOn: null, exitOn: null, leftOn: null, importedAt: '', turn: 0 },
})
