import type { Day } from '#domain/time/dates'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { insertNew } from '#store/db/write'
import { codes, households, type Code, type Person } from '#store/people/register'
import { codeId, factsOf } from '../intake/kinds/register/codes'

/**
 * A code for each of these people of the register who have none that works. The number follows from the person and from how many they had,
 * so that asked again, after a cut or beside an import, it makes the same ones and no second ones. Gives how many are new.
 */
export async function issueMissing(
  { db, keys, today }: { db: Db; keys: Keys; today: Day },
  people: Pick<Person, '_id' | 'householdId'>[],
): Promise<number> {
  const ids = people.map(({ _id }) => _id)
  const [had, homes] = await Promise.all([
    findIn(db, codes, 'personId', ids),
    findIn(
      db,
      households,
      '_id',
      people.flatMap(({ householdId }) => householdId ?? []),
    ),
  ])
  const homeOf = new Map(homes.map((home) => [home._id, home]))
  const codesOf = new Map<string, Code[]>()
  for (const code of had) codesOf.set(code.personId, [...(codesOf.get(code.personId) ?? []), code])
  const fresh = people.flatMap(({ _id: personId, householdId }): Code[] => {
    const [home, own] = [homeOf.get(householdId ?? ''), codesOf.get(personId) ?? []]
    if (!home || own.some(({ status }) => status === 'active')) return []
    // A lost card's next one that is not written yet keeps the number that was given.
    const promised = own.flatMap(({ replacedBy }) => replacedBy ?? []).find((id) => !own.some(({ _id }) => _id === id))
    return [
      { _id: promised ?? codeId(keys, personId, own.length + 1), personId, ...factsOf(home), status: 'active' as const, issuedOn: today },
    ]
  })
  const made = await Promise.all(fresh.map((code) => insertNew(db, codes, code)))
  return made.filter(Boolean).length
}
