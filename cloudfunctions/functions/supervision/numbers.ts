import type { OfficerFile } from '#contract/supervision/actions'
import type { SealedField } from '#domain/access/grants'
import { maskName } from '#domain/people/names'
import { splitPhones } from '#domain/people/phones'
import { decidedOf } from '#affairs/stated/decided'
import type { On } from '#kernel/call/on'
import type { Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { payments, type Payment } from '#store/money/money'
import { contacts, type Contact } from '#store/people/contacts'
import { persons, type Household, type Person } from '#store/people/register'
import { decisionId } from '#store/people/source-decisions'

/** The numbers, and full names, that the grant names, of everybody whom it shows; of the others not even that there are any. */
export async function numbersOf(on: On, members: Household['members'], named: SealedField[]): Promise<OfficerFile['numbers']> {
  if (named.length === 0) return []
  const { db, keys } = on
  const ids = members.map(({ personId }) => personId)
  const [people, phones, paid, decided] = await Promise.all([
    findIn(db, persons, '_id', ids),
    findIn(db, contacts, '_id', ids),
    findIn(db, payments, 'personId', ids, ['personId', 'cardSealed', 'month']),
    decidedOf(on, ids),
  ])
  return members.map(({ personId, name, relation }) => ({
    name: named.includes('name') ? name : maskName(name),
    relation,
    values: valuesOf(
      keys,
      named,
      people.find(({ _id }) => _id === personId),
      phones.find(({ _id }) => _id === personId),
      paid.filter((one) => one.personId === personId),
      decided.get(decisionId(personId, 'card'))?.value,
    ),
  }))
}

function valuesOf(
  keys: Keys,
  named: SealedField[],
  person: Person | undefined,
  phone: Contact | undefined,
  paid: Payment[],
  decidedCard: string | undefined,
): OfficerFile['numbers'][number]['values'] {
  const shown = (field: SealedField, sealed: string | undefined) =>
    sealed === undefined || !named.includes(field) ? [] : [{ field, value: splitPhones(open(keys, sealed)).join('、') }]
  const newest = [...paid].sort((a, b) => (a.month < b.month ? 1 : -1))[0]
  const card =
    decidedCard === undefined || !named.includes('card')
      ? shown('card', newest?.cardSealed)
      : [{ field: 'card' as const, value: decidedCard }]
  return [...shown('id-number', person?.idSealed), ...shown('phone', phone?.phoneSealed), ...card]
}
