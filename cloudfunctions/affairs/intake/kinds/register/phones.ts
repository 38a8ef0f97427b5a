import { seal } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { put, type Put } from '#store/db/write'
import { contacts } from '#store/people/contacts'
import type { Writing } from '../../writing/writing'
import { digestOf } from '../../writing/documents'
import type { Standing } from './listed'

/** The phones that a register names; one that somebody decided on stays, or registered with the person in front of them. */
export async function writePhones({ db, keys, importedAt }: Writing, people: Standing[]): Promise<Put> {
  const named = people.flatMap(({ personId, phone }) => (phone === null ? [] : [{ personId, phone }]))
  const byPeople = new Set(
    (
      await findIn(
        db,
        contacts,
        '_id',
        named.map(({ personId }) => personId),
        ['by'],
        { by: { $in: ['office', 'decided'] } },
      )
    ).map(({ _id }) => _id),
  )
  return put(
    db,
    contacts,
    named
      .filter(({ personId }) => !byPeople.has(personId))
      .map(({ personId, phone }) => ({
        _id: personId,
        digest: digestOf(keys, phone),
        phoneSealed: seal(keys, phone),
        by: 'register' as const,
        at: importedAt,
      })),
  )
}
