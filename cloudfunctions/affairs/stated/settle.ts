import type { StatedField } from '#domain/people/stated'
import type { Category } from '#domain/register/register'
import { afterDelay } from '#affairs/trust/vouching'
import type { On } from '#kernel/call/on'
import { digest, open, seal } from '#kernel/seal/seal'
import type { Transaction } from '#store/db/transaction'
import { find } from '#store/db/read'
import { update } from '#store/db/write'
import { contacts } from '#store/people/contacts'
import { codes, households, persons, type Household } from '#store/people/register'

type To = Pick<On, 'keys' | 'moment' | 'county'>

/** Of whom a value is decided; `codeIds`: the cards of the household, which carry the village that decides who may see it. */
export interface Settled {
  personId: string
  householdId: string
  codeIds: readonly string[]
}

/**
 * What a value means for the documents that show it: with an empty `value` (of a phone) none is shown. `decided` is false when the
 * departments' order holds again. Whether somebody lives, and which card is theirs, is asked where it is shown.
 */
const settlers: Partial<Record<StatedField, (to: To, write: Transaction, of: Settled, value: string, decided: boolean) => Promise<void>>> =
  {
    async name(_, write, { personId, householdId }, name) {
      const person = await write.get(persons, personId)
      if (person) await write.set(persons, { ...person, name, digest: '' })
      await changeHome(write, householdId, (home) => ({
        members: home.members.map((member) => (member.personId === personId ? { ...member, name } : member)),
        ...(home.headId === personId && { headName: name }),
      }))
    },
    async home(_, write, { personId, householdId, codeIds }, villageCode) {
      const moved = await changeHome(write, householdId, ({ headId }) =>
        headId === personId ? { villageCode, townCode: villageCode.slice(0, 9) } : undefined,
      )
      if (!moved) return
      for (const id of codeIds) {
        const code = await write.get(codes, id)
        if (code?.householdId === householdId) await write.set(codes, { ...code, villageCode })
      }
    },
    async category(_, write, { personId, householdId }, category) {
      await changeHome(write, householdId, ({ headId }) => (headId === personId ? { category: category as Category } : undefined))
    },
    /** As at the counter: the number helps to bind a phone from a while later, until then the one before does. */
    async phone(to, write, { personId }, phone, decided) {
      const before = await write.get(contacts, personId)
      if (before?.by === 'office' || (before && open(to.keys, before.phoneSealed) === phone && (before.by === 'decided') === decided))
        return
      if (phone === '') return write.remove(contacts, personId)
      const former = before && (before.from === undefined || before.from <= to.moment.iso ? before.phoneSealed : before.former)
      await write.set(contacts, {
        ...{ _id: personId, digest: digest(to.keys, 'row', phone), phoneSealed: seal(to.keys, phone) },
        ...{
          by: decided ? ('decided' as const) : ('register' as const),
          at: to.moment.iso,
          from: afterDelay(to),
          ...(former && { former }),
        },
      })
    },
  }

async function changeHome(write: Transaction, id: string, change: (home: Household) => Partial<Household> | undefined): Promise<boolean> {
  const home = await write.get(households, id)
  const changed = home && change(home)
  // Its next register finds that it is not as it was listed, and compares anew.
  if (changed) await write.set(households, { ...home, ...changed, digest: '' })
  return changed !== undefined
}

/** Brings every document that shows this field of somebody to a value, within the transaction of the decision. */
export const settleValue = async (to: To, write: Transaction, field: StatedField, of: Settled, value: string, decided: boolean) =>
  settlers[field]?.(to, write, of, value, decided)

/** What a transaction must know beforehand: it reads by id only. */
export const cardsOf = async ({ db }: Pick<On, 'db'>, householdId: string): Promise<string[]> =>
  (await find(db, codes, { householdId }, { fields: ['_id'] })).map(({ _id }) => _id)

/** A card that took another's place while the household was moved carries the village as well. */
export async function settleNewCards({ db }: Pick<On, 'db'>, householdId: string): Promise<void> {
  const [home] = await find(db, households, { _id: householdId }, { fields: ['villageCode'] })
  if (home) await update(db, codes, { householdId, villageCode: { $ne: home.villageCode } }, { $set: { villageCode: home.villageCode } })
}
