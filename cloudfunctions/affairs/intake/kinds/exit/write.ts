import type { Day, Month } from '#domain/time/dates'
import { isAfterExit, saysDeath } from '#domain/register/register'
import { pageLimit } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { put, update } from '#store/db/write'
import { codes, events, households, persons, type Left, type RegisterEvent } from '#store/people/register'
import { followLists } from '../../../register/follow-lists'
import type { RowPlace } from '../../tables/data-rows'
import type { Writing, Written } from '../../writing/writing'
import { digestOf, documentIds } from '../../writing/documents'
import { follow, saidAt } from '../../writing/follow'
import { knowPeople } from '../../writing/people'

/** A row of 核销退出: who left the register, why, on what evidence, approved by whom. */
export interface ExitRow {
  id: string
  name: string
  reason: string
  evidence: string
  approver: string
  on: Day | Month
  home?: string | undefined
  at: RowPlace
}

/** Writes who left the register: the event, then their code, the person, and the household when nobody of it is left. */
export async function writeExits(to: Writing, _: object, rows: ExitRow[]): Promise<Written> {
  const { db, keys, importId, importedAt } = to
  const { people, personIds, added } = await knowPeople(to, rows)
  const idOf = documentIds('exit')
  const documents = rows.map(({ id, reason, evidence, approver, on, home, at }): RegisterEvent => {
    const personId = people.get(id)!._id
    return {
      _id: idOf(personId, on),
      digest: digestOf(keys, reason, evidence, approver),
      personId,
      kind: saysDeath(reason) ? 'died' : 'exited',
      on,
      reason,
      evidence,
      approver,
      ...saidAt(to, at),
      importId,
      ...(home !== undefined && { place: home }),
    }
  })
  const done = await put(db, events, documents)
  await follow(to, events, done.same)
  await followLists(
    to,
    documents.map(({ personId }) => personId),
    [],
  )
  // A register that speaks of a later day names them again, or it was decided since: they came back, and the exit is history.
  const leaving = rows
    .map(({ id, on }) => ({ ...people.get(id)!, on }))
    .filter((person) => person.onRegister && !isAfterExit(person, person.on))
  for (const part of inParts(
    leaving.map(({ _id }) => _id),
    pageLimit,
  )) {
    await update(db, codes, { personId: { $in: part }, status: 'active' }, { $set: { status: 'revoked' } })
    await update(db, persons, { _id: { $in: part } }, { $set: { onRegister: false, importedAt } })
  }
  await markLeft(
    to,
    rows
      .filter(({ id, on }) => !isAfterExit(people.get(id)!, on))
      .map(({ id, on, reason }) => ({ ...people.get(id)!, left: { on, died: saysDeath(reason) } })),
  )
  await closeEmpty(
    to,
    rows.flatMap(({ id }) => people.get(id)!.householdId ?? []),
  )
  return { added: added + done.added, changed: done.changed + leaving.length, personIds }
}

/** The household says who of it has left and, when it was its head, that there must be a new one: on its page from now on. */
async function markLeft({ db, importedAt }: Writing, leaving: { _id: string; householdId: string | null; left: Left }[]): Promise<void> {
  const leftOf = new Map(leaving.map(({ _id, left }) => [_id, left]))
  const homes = await findIn(
    db,
    households,
    '_id',
    leaving.flatMap(({ householdId }) => householdId ?? []),
    ['headId', 'members', 'headLeft'],
  )
  await inTurns(homes, 8, async (home) => {
    const members = home.members.map((member) => ({
      ...member,
      ...(leftOf.has(member.personId) && { left: leftOf.get(member.personId)! }),
    }))
    const headLeft = leftOf.get(home.headId) ?? home.headLeft
    if (JSON.stringify([members, headLeft]) === JSON.stringify([home.members, home.headLeft])) return
    await update(db, households, { _id: home._id }, { $set: { members, ...(headLeft && { headLeft }), importedAt } })
  })
}

/** Takes households off the register in which nobody is left on it. */
async function closeEmpty({ db, importedAt }: Writing, householdIds: string[]): Promise<void> {
  const members = await findIn(db, persons, 'householdId', householdIds, ['householdId', 'onRegister'])
  const open = new Set(members.filter(({ onRegister }) => onRegister).map(({ householdId }) => householdId))
  const empty = [...new Set(householdIds)].filter((id) => !open.has(id))
  for (const part of inParts(empty, pageLimit))
    await update(db, households, { _id: { $in: part }, onRegister: true }, { $set: { onRegister: false, importedAt } })
}
