import { findIn, inParts, pageLimit, put, update } from '#store/collection'
import { codes, events, households, persons, type RegisterEvent } from '#store/register'
import type { ExitRow } from '../kinds/exit'
import type { Writing, Written } from '../kind'
import { digestOf, documentIds } from './documents'
import { atLatest } from './entries'
import { knowPeople } from './people'

/** Writes who left the register: the event, then their code, the person, and the household when nobody of it is left. */
export async function writeExits(to: Writing, rows: ExitRow[]): Promise<Written> {
  const { db, keys, importId, importedAt } = to
  const { people, personIds, added } = await knowPeople(to, rows)
  const idOf = documentIds('exit')
  const documents = rows.map(({ id, reason, evidence, approver, on }): RegisterEvent => {
    const personId = people.get(id)!._id
    return { _id: idOf(personId, on), digest: digestOf(keys, reason, evidence, approver), personId, kind: 'exit', on, reason, evidence, approver, importId }
  })
  const done = await put(db, events, documents)
  // A register that speaks of a later day names them again: they came back, and the exit is history.
  const leaving = rows.map(({ id, on }) => ({ ...people.get(id)!, on })).filter(({ onRegister, listedOn, on }) => onRegister && !(listedOn && listedOn > atLatest(on)))
  for (const part of inParts(leaving.map(({ _id }) => _id), pageLimit)) {
    await update(db, codes, { personId: { $in: part }, status: 'active' }, { $set: { status: 'revoked' } })
    await update(db, persons, { _id: { $in: part } }, { $set: { onRegister: false, importedAt } })
  }
  await closeEmpty(to, rows.flatMap(({ id }) => people.get(id)!.householdId ?? []))
  return { added: added + done.added, changed: done.changed + leaving.length, personIds }
}

/** Takes households off the register in which nobody is left on it. */
async function closeEmpty({ db, importedAt }: Writing, householdIds: string[]): Promise<void> {
  const members = await findIn(db, persons, 'householdId', householdIds, ['householdId', 'onRegister'])
  const open = new Set(members.filter(({ onRegister }) => onRegister).map(({ householdId }) => householdId))
  const empty = [...new Set(householdIds)].filter((id) => !open.has(id))
  for (const part of inParts(empty, pageLimit)) await update(db, households, { _id: { $in: part }, onRegister: true }, { $set: { onRegister: false, importedAt } })
}
