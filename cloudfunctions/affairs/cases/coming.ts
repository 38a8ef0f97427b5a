import { idNumberFault } from '#domain/people/id-number'
import { normaliseName, maskName } from '#domain/people/names'
import type { Coming } from '#domain/register/events'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { persons, type Person } from '#store/people/register'
import { personIdOf } from '../intake/writing/people'
import { personOf } from './subject'

/** Somebody who comes on the register as they were written down. */
export interface Written {
  personId?: string | undefined
  name?: string | undefined
  idNumber?: string | undefined
  relation: string
}

/** Those who come, checked as every road into the register checks them, with the ids that an import would give them. */
export async function readComing(
  on: Pick<On, 'db' | 'keys'>,
  written: readonly Written[],
  into?: string,
): Promise<{ coming: Coming[]; personIds: string[]; who: string }> {
  const read: { coming: Coming; personId: string; name: string }[] = []
  for (const one of written) read.push(await readOne(on, one, into))
  const personIds = read.map(({ personId }) => personId)
  if (new Set(personIds).size < personIds.length) throw refusals.badInput('同一个人写了两遍，请去掉一个。您填的内容还在。')
  return { coming: read.map(({ coming }) => coming), personIds, who: maskName(read[0]?.name ?? '') }
}

async function readOne(on: Pick<On, 'db' | 'keys'>, { personId, name = '', idNumber, relation }: Written, into?: string) {
  if (personId !== undefined) {
    const known = await findById(on.db, persons, personId)
    if (!known) throw refusals.badInput('找不到这个人，请刷新再选。您填的内容还在。')
    checkFree(known, into)
    return { coming: { relation, personId }, personId, name: known.name }
  }
  const clean = normaliseName(name)
  if (clean === '') throw refusals.badInput('请写姓名。您填的内容还在。')
  if (idNumber === undefined || idNumberFault(idNumber) !== undefined)
    throw refusals.badInput(`${clean}的身份证号不对，请照着身份证再核对一遍。您填的内容还在。`)
  const known = await personOf(on, idNumber)
  if (known && known.name !== clean)
    throw refusals.badInput(`这个身份证号在部门名单上不叫${clean}，请照着身份证再核对姓名和号码。您填的内容还在。`)
  if (known) checkFree(known, into)
  const id = known?._id ?? personIdOf(on.keys, idNumber)
  return { coming: { relation, idNumber, name: clean }, personId: id, name: clean }
}

/** Whoever is on the register already does not come on it: that is a household's join or split. */
function checkFree({ onRegister, householdId, name }: Person, into: string | undefined): void {
  if (!onRegister) return
  throw refusals.badInput(
    householdId === into
      ? `${maskName(name)}已经在这一户里了。您填的内容还在。`
      : `${maskName(name)}已经在名册上另一户里了，要换户请用“并入另一户”来办。您填的内容还在。`,
  )
}
