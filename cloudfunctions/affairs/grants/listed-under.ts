import { abilityUnder, readableHouseholds } from '#kernel/access/authorize'
import type { Category } from '#domain/register/register'
import type { Filter } from '#store/db/collection'
import type { Grant } from '#store/access/grants'

/** Which households a list is asked for: a division that the grant covers, and one category. */
export interface ListAsked {
  area?: string
  category?: Category
}

/** The households of a place that a grant opens, on the register or not. A grant for one household has no list: nothing. */
export function placedUnder(grant: Grant, { area, category }: ListAsked): Filter[] | undefined {
  const readable = grant.householdId === null ? readableHouseholds({ ability: abilityUnder(grant) }, '_id') : undefined
  return (
    readable && [
      readable,
      ...(area === undefined ? [] : [{ villageCode: { $gte: area, $lte: `${area}~` } }]),
      ...(category === undefined ? [] : [{ category }]),
    ]
  )
}

/** Those of them on the register: what the list on the screen shows and what a table of it holds. */
export function listedUnder(grant: Grant, asked: ListAsked): Filter | undefined {
  const placed = placedUnder(grant, asked)
  return placed && { $and: [{ onRegister: true }, ...placed] }
}
