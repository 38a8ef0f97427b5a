import { decidedOf, type Holding } from '#affairs/stated/decided'
import type { Category } from '#domain/register/register'
import { personIdOf, type Known } from '../../writing/people'
import type { Writing } from '../../writing/writing'
import type { RegisterHousehold } from './rows'

/** What people decided about somebody who is listed: it goes before what the list says, which is kept beside it as it was said. */
export type DecidedAbout = Map<string, Holding>

export const decidedAbout = (to: Writing, known: ReadonlyMap<string, Known>): Promise<DecidedAbout> =>
  decidedOf(
    to,
    [...known.values()].map(({ _id }) => _id),
  )

/** Households as they are to be shown: a name as decided; village and category as decided at the head. */
export function asDecided<Home extends RegisterHousehold>(to: Writing, homes: Home[], decided: DecidedAbout): Home[] {
  if (decided.size === 0) return homes
  const about = (id: string, field: Holding['field']) => decided.get(`${personIdOf(to.keys, id)}.${field}`)?.value
  return homes.map((home) => {
    const village = about(home.headId, 'home')
    const category = about(home.headId, 'category')
    return {
      ...home,
      members: home.members.map((member) => ({ ...member, name: about(member.id, 'name') ?? member.name })),
      headName: about(home.headId, 'name') ?? home.headName,
      ...(village !== undefined && { villageCode: village, townCode: village.slice(0, 9) }),
      ...(category !== undefined && { category: category as Category }),
    }
  })
}

/** Whether the same was decided still: what somebody decides while a list is written is not written over. */
export const isDecidedStill = (before: DecidedAbout, now: DecidedAbout): boolean =>
  before.size === now.size && [...now].every(([id, { value, at }]) => before.get(id)?.value === value && before.get(id)?.at === at)
