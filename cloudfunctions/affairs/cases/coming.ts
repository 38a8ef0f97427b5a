import { idNumberFault } from '#domain/people/id-number'
import { normaliseName, maskName } from '#domain/people/names'
import type { Coming } from '#domain/register/events'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import { persons, type Person } from '#store/people/register'
import { personIdOf } from '../intake/writing/people'
import { casePurpose } from './perform'
import { personOf } from './subject'

/** Somebody who comes on the register as they were written down. */
export interface Written {
  personId?: string | undefined
  name?: string | undefined
  idNumber?: string | undefined
  relation: string
}

/** How somebody comes to write it. */
interface Writing {
  action: string
  /** The household that they come into, if it is there. */
  into?: string | undefined
  /** Ids of those who were found already on this way: nobody is named by an id from elsewhere. */
  found: readonly string[]
}

/**
 * Those who come, checked as every road into the register checks them, with the ids that an import would give them. An answer about a
 * number tells of whoever has it: that it was asked stands with them on record, whatever comes of it.
 */
export async function readComing(
  on: On,
  written: readonly Written[],
  writing: Writing,
): Promise<{ coming: Coming[]; personIds: string[]; who: string }> {
  const read: { coming: Coming; personId: string; name: string }[] = []
  for (const one of written) read.push(await readOne(on, one, writing))
  const personIds = read.map(({ personId }) => personId)
  if (new Set(personIds).size < personIds.length) throw refusals.badInput('同一个人写了两遍，请去掉一个。您填的内容还在。')
  return { coming: read.map(({ coming }) => coming), personIds, who: maskName(read[0]?.name ?? '') }
}

async function readOne(on: On, { personId, name = '', idNumber, relation }: Written, { action, into, found }: Writing) {
  if (personId !== undefined) {
    const known = found.includes(personId) ? await findById(on.db, persons, personId) : undefined
    if (!known) throw refusals.badInput('找不到这个人，请刷新再选。您填的内容还在。')
    checkFree(known, into)
    return { coming: { relation, personId }, personId, name: known.name }
  }
  const clean = normaliseName(name)
  if (clean === '') throw refusals.badInput('请写姓名。您填的内容还在。')
  if (idNumber === undefined || idNumberFault(idNumber) !== undefined)
    throw refusals.badInput(`${clean}的身份证号不对，请照着身份证再核对一遍。您填的内容还在。`)
  const entry = await personOf(on, idNumber)
  if (entry) await askedAbout(on, entry, action)
  if (entry && entry.name !== clean)
    throw refusals.badInput(`这个身份证号在部门名单上不叫${clean}，请照着身份证再核对姓名和号码。您填的内容还在。`)
  const kept = entry?.sameAs === undefined ? undefined : await findById(on.db, persons, entry.sameAs)
  if (kept) checkFree(kept, into)
  if (kept) return { coming: { relation, personId: kept._id }, personId: kept._id, name: kept.name }
  if (entry) checkFree(entry, into)
  const id = entry?._id ?? personIdOf(on.keys, idNumber)
  return { coming: { relation, idNumber, name: clean }, personId: id, name: clean }
}

const askedAbout = async (on: On, { _id, householdId }: Person, action: string): Promise<void> =>
  recordLook(on, await on.caller(), {
    ...{ action, granted: true, purpose: casePurpose, personId: _id },
    ...(householdId !== null && { householdId }),
  })

/** Whoever is on the register already does not come on it: that is a household's join or split. */
function checkFree({ onRegister, householdId, name }: Person, into: string | undefined): void {
  if (!onRegister) return
  throw refusals.badInput(
    householdId === into
      ? `${maskName(name)}已经在这一户里了。您填的内容还在。`
      : `${maskName(name)}已经在名册上另一户里了，要换户请用“并入另一户”来办。您填的内容还在。`,
  )
}
