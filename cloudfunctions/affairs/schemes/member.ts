import type { BookLine } from '#domain/money/scheme-book'
import type { On } from '#kernel/call/on'
import { findById, findEach } from '#store/db/read'
import { dividends, type Dividend } from '#store/money/money'
import { households, type Household } from '#store/people/register'
import { memberships, type Membership } from '#store/work/schemes'
import { findNamedScheme, lineOf, listedMember, placed, type NamedScheme } from './book'

/** One household in one scheme with all that belongs to it. */
export interface Member {
  scheme: NamedScheme
  membership: Membership
  home: Household | undefined
  rows: Dividend[]
  line: BookLine
}

/** By the id of a membership, stored or as lists have it; nothing where neither knows one. */
export async function findMember(on: Pick<On, 'db' | 'moment'>, id: string): Promise<Member | undefined> {
  const [, schemeId, householdId] = /^([0-9a-f]{24})-(.+)$/.exec(id) ?? []
  if (schemeId === undefined || householdId === undefined) return undefined
  const [stored, scheme, home] = await Promise.all([
    findById(on.db, memberships, id),
    findNamedScheme(on, schemeId),
    findById(on.db, households, householdId),
  ])
  if (!scheme) return undefined
  const rows = await findEach(on.db, dividends, { householdId, scheme: scheme.name })
  const found = stored ?? (rows.length > 0 ? listedMember(scheme, home) : undefined)
  if (!found) return undefined
  return { scheme, membership: placed(found, home), home, rows, line: lineOf(found, home, rows, scheme, on.moment.today) }
}
