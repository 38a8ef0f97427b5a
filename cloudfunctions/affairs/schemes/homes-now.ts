import { goneTo } from '#domain/register/gone-to'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { events, persons, type Household } from '#store/people/register'

/** Of those of these households that went over into another: which. Those that somebody on the register lives in cost nothing. */
export async function homesNow(db: Db, homes: readonly Household[]): Promise<Map<string, string>> {
  const empty = homes.filter(({ onRegister }) => !onRegister)
  if (empty.length === 0) return new Map()
  const ids = empty.map(({ _id }) => _id)
  const came = await findIn(db, events, 'householdId', ids, ['householdId', 'personId'])
  const peopleOf = new Map(empty.map(({ _id, headId, members }) => [_id, new Set([headId, ...members.map(({ personId }) => personId)])]))
  for (const { householdId, personId } of came) peopleOf.get(householdId!)?.add(personId)
  const personIds = [...new Set([...peopleOf.values()].flatMap((own) => [...own]))]
  const [people, moves] = await Promise.all([
    findIn(db, persons, '_id', personIds, ['householdId', 'sameAs']),
    findIn(db, events, 'personId', personIds, ['personId', 'from', 'on'], { kind: { $in: ['joined', 'split'] } }),
  ])
  const known = new Map(people.map((one) => [one._id, one]))
  return new Map(
    empty.flatMap((home): [string, string][] => {
      const own = [...peopleOf.get(home._id)!].flatMap((id) => known.get(id) ?? [])
      const to = goneTo(
        home,
        own,
        moves.filter(({ from, personId }) => from === home._id && known.get(personId)?.householdId !== home._id),
      )
      return to === undefined ? [] : [[home._id, to]]
    }),
  )
}
