import { base32 } from '#kernel/access/code-signer'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'
import { findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { insertMany, update } from '#store/db/write'
import { codes, type Code, type Household } from '#store/people/register'
import type { Writing } from '../../writing/writing'
import type { Standing } from './listed'

/** One code per person on the register: whoever holds one keeps it, brought up to date with the household; the others get one. */
export async function issueCodes(
  { db, keys, today }: Writing,
  people: Standing[],
  homes: Map<string, Household>,
): Promise<{ added: number; changed: number }> {
  const there = await findIn(
    db,
    codes,
    'personId',
    people.filter(({ isNew }) => !isNew).map(({ personId }) => personId),
  )
  const issued = new Map<string, number>()
  for (const { personId } of there) issued.set(personId, (issued.get(personId) ?? 0) + 1)
  const active = new Map(there.filter(({ status }) => status === 'active').map((code) => [code.personId, code]))
  const fresh: Code[] = []
  const stale = new Map<string, { ids: string[]; facts: ReturnType<typeof factsOf> }>()
  for (const { personId, householdId, onRegister } of people) {
    const home = homes.get(householdId)
    if (!home) continue
    const code = active.get(personId)
    if (!code && onRegister)
      fresh.push({
        _id: codeId(keys, personId, (issued.get(personId) ?? 0) + 1),
        personId,
        ...factsOf(home),
        status: 'active',
        issuedOn: today,
      })
    if (code && differs(code, home)) {
      const group = stale.get(householdId) ?? { ids: [], facts: factsOf(home) }
      group.ids.push(code._id)
      stale.set(householdId, group)
    }
  }
  await insertMany(db, codes, fresh)
  await inTurns(stale.values(), 8, ({ ids, facts }) => update(db, codes, { _id: { $in: ids } }, { $set: facts }))
  return { added: fresh.length, changed: [...stale.values()].reduce((sum, { ids }) => sum + ids.length, 0) }
}

/**
 * The id of a person's n-th code: nobody without the root key can guess it, and an import that is done again, while requests of the
 * one cut off may still arrive, makes the same code and not a second one. The oldest key does it, so that a rotation changes no id.
 */
export const codeId = (keys: Keys, personId: string, n: number): string =>
  base32(mac(keys, 'code', `id/${personId}/${n}`, versionsOf(keys)[0]).subarray(0, 10))

export const factsOf = ({ _id, villageCode, helpers }: Pick<Household, '_id' | 'villageCode' | 'helpers'>) => ({
  householdId: _id,
  villageCode,
  helpers,
})

export const differs = (code: Code, { _id, villageCode, helpers }: Pick<Household, '_id' | 'villageCode' | 'helpers'>): boolean =>
  code.householdId !== _id || code.villageCode !== villageCode || [...code.helpers].sort().join() !== [...helpers].sort().join()
