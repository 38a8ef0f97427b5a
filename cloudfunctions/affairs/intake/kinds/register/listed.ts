import type { Day } from '#domain/time/dates'
import { pageLimit } from '#store/db/collection'
import { inParts, inTurns } from '#store/db/turns'
import { replace, update } from '#store/db/write'
import { households, persons, type Left, type Person } from '#store/people/register'
import type { RegisterHousehold, RegisterMember } from './rows'
import type { Writing } from '../../writing/writing'
import { addPeople, personDigest, personDocument, type Known } from '../../writing/people'
import type { FormerHouseholds, History } from './history'

/** A member as the register lists them, and the household they belong to. */
export interface Listed extends RegisterMember {
  personId: string
  household: RegisterHousehold
  householdId: string
}

/** A listed member as they now stand in the database. */
export interface Standing extends Listed {
  isNew: boolean
  changed: boolean
  onRegister: boolean
  left?: Left
}

/** Brings persons to what the register says; an exit on or after the register's day holds. */
export async function writeListed(
  to: Writing,
  on: Day,
  listed: Listed[],
  known: Map<string, Known>,
  { history, former }: { history: History; former: FormerHouseholds },
): Promise<Standing[]> {
  await leaveFormerHouseholds(to, listed, known, former)
  const fresh: Person[] = []
  const replaced: Person[] = []
  const confirmed: { _id: string; onRegister: boolean }[] = []
  const standing = listed.map((member): Standing => {
    const { id, personId, name, householdId } = member
    const before = known.get(id)
    const decided = history.lastRelation.get(personId)
    const relation = decided && decided.day >= on ? decided.relation : member.relation
    const exit = before && history.lastExit.get(before._id)
    const onRegister = !(exit && exit.latest >= on)
    const left = onRegister ? {} : { left: { on: exit!.on, died: exit!.died } }
    const over = { householdId, relation, onRegister, listedOn: on, ...(before?.sameAs !== undefined && { sameAs: before.sameAs }) }
    if (!before) {
      fresh.push(personDocument(to, member, { ...over, _id: personId }))
      return { ...member, relation, isNew: true, changed: false, onRegister }
    }
    const stands = { ...member, relation, isNew: false, changed: false }
    const differs = before.digest !== personDigest(to.keys, name, householdId, relation)
    if (differs) replaced.push(personDocument(to, member, { ...over, _id: personId }))
    else if (before.listedOn !== on || before.onRegister !== onRegister) confirmed.push({ _id: before._id, onRegister })
    return { ...stands, changed: differs, onRegister, ...left }
  })
  await addPeople(to, fresh)
  await inTurns(replaced, 8, (person) => replace(to.db, persons, person))
  for (const onRegister of [true, false]) {
    const ids = confirmed.filter((person) => person.onRegister === onRegister).map(({ _id }) => _id)
    for (const part of inParts(ids, pageLimit))
      await update(to.db, persons, { _id: { $in: part } }, { $set: { onRegister, listedOn: on, importedAt: to.importedAt } })
  }
  return standing
}

/** Somebody listed in another household than before no longer stands in the former one, which this list may not name. */
async function leaveFormerHouseholds(
  { db }: Writing,
  listed: Listed[],
  known: Map<string, Known>,
  former: FormerHouseholds,
): Promise<void> {
  const moved = listed.flatMap(({ id, householdId }) => {
    const before = known.get(id)
    return before?.householdId && before.householdId !== householdId ? [{ personId: before._id, from: before.householdId }] : []
  })
  const leaving = moved.filter(({ from }) => former.has(from))
  await inTurns(leaving, 8, ({ personId, from }) =>
    update(db, households, { _id: from, 'members.personId': personId }, { $pull: { members: { personId } }, $set: { digest: '' } }),
  )
}
