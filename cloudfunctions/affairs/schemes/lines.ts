import { bookLine, type BookLine } from '#domain/money/scheme-book'
import { shareYears } from '#domain/money/scheme-sharing'
import { isIn } from '#domain/work/memberships'
import { maskName } from '#domain/people/names'
import type { Dividend } from '#store/money/money'
import type { Household } from '#store/people/register'
import { membershipIdOf, originOf, type Membership, type Scheme } from '#store/work/schemes'
import { offSince } from './off-register'
import type { NamedScheme } from './every'

/** What is written down and what lists say of a scheme, of all its households or of some. */
export interface Arranging {
  scheme: Pick<NamedScheme, '_id' | 'name' | 'terms'>
  stored: readonly Membership[]
  rows: readonly Dividend[]
  homes: ReadonlyMap<string, Household>
  /** Of households that went over into another: which. */
  moved: ReadonlyMap<string, string>
  today: string
}

/**
 * A line for each household of a scheme, with an agreement or by lists alone; one whose people went over into another stands with that
 * one, and a household that has two agreements has two lines, which share what a list pays it.
 */
export function arrange({ scheme, stored, rows, homes, moved, today }: Arranging): BookLine[] {
  const lines = new Map<string, { member: Membership; rows: Dividend[] }>(stored.map((member) => [member._id, { member, rows: [] }]))
  const byOrigin = new Map(stored.map((member) => [originOf(member._id), member]))
  const byHome = new Map<string, Membership>()
  for (const member of [...stored].sort(goesFirst)) if (!byHome.has(member.householdId)) byHome.set(member.householdId, member)
  for (const row of rows) {
    if (row.householdId === null) continue
    const home = moved.get(row.householdId) ?? row.householdId
    const member = byOrigin.get(row.householdId) ?? byHome.get(home) ?? listedMember(scheme, homes.get(home))
    if (!member) continue
    const line = lines.get(member._id)
    if (line) line.rows.push(row)
    else lines.set(member._id, { member, rows: [row] })
  }
  return shareYears([...lines.values()].map(({ member, rows: own }) => lineOf(member, homes.get(member.householdId), own, scheme, today)))
}

/** Of a household's agreements, the one that rows of lists go to: of one that is in, and by its own name. */
const goesFirst = (a: Membership, b: Membership): number =>
  Number(isIn(b.state)) - Number(isIn(a.state)) || Number(isOwn(b)) - Number(isOwn(a)) || a._id.localeCompare(b._id)
const isOwn = ({ _id, householdId }: Membership): boolean => originOf(_id) === householdId

function lineOf(
  member: Membership,
  home: Household | undefined,
  rows: readonly Dividend[],
  { terms }: Pick<NamedScheme, 'terms'>,
  today: string,
): BookLine {
  const { _id: id, householdId, state, capital, returns, toldOn, exitOn, turn, townCode, villageCode, who, signerId } = placed(member, home)
  return bookLine(
    {
      ...{ id, stored: turn > 0, householdId, townCode, villageCode, who, state, signerId, capital, returns },
      ...{ toldOn, exitOn },
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
export const listedMember = (scheme: Pick<Scheme, '_id' | 'name'>, home: Household | undefined): Membership | undefined =>
  home && emptyMember(scheme, home)

export const emptyMember = (
  { _id: schemeId, name: scheme }: Pick<Scheme, '_id' | 'name'>,
  { _id, townCode, villageCode, headName }: Household,
): Membership => ({
  _id: membershipIdOf(schemeId, _id),
  ...{ schemeId, scheme, householdId: _id, townCode, villageCode, who: maskName(headName), state: 'listed', open: true },
  ...{
    capital: [],
    returns: [],
    inFen: 0 as Membership['inFen'],
    returnedFen: 0 as Membership['inFen'],
    signedOn: null,
    signerId: null,
    wanted: null,
  },
  ...{ toldOn: null, toldSealed: null, reasonId: null, askedBy: null, askedOn: null, exitOn: null, leftOn: null, importedAt: '', turn: 0 },
})
