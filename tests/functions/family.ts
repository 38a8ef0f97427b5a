import type { Day } from '#domain/time/dates'
import { randomUUID } from 'node:crypto'
import { checkCharacter } from '#domain/people/id-number'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { blindIndex, seal } from '#kernel/seal/seal'
import { insert, update } from '#store/db/write'
import { codes, households, persons } from '#store/people/register'
import type { Cloud } from '../harness/cloud'
import { aContact, aHousehold, impossibleId } from '../harness/people'

type Home = Awaited<ReturnType<typeof aHousehold>>

/** Another member of a household, with a card of their own. */
export async function aMember(
  { db, keys }: Cloud,
  home: Home,
  { name = '陈小妹', relation = '女儿', birth = '1975-03-08' }: { name?: string; relation?: string; birth?: Day } = {},
) {
  const _id = randomUUID()
  const first17 = impossibleId().slice(0, 6) + birth.replaceAll('-', '') + impossibleId().slice(14, 17)
  const idNumber = first17 + checkCharacter(first17)
  const codeId = newCodeId()
  home.members.push({ personId: _id, name, relation })
  await Promise.all([
    insert(db, persons, {
      _id,
      digest: 'd',
      name,
      idSealed: seal(keys, idNumber),
      idIndex: blindIndex(keys, 'id-number', idNumber),
      sex: '女',
      birth,
      householdId: home._id,
      relation,
      onRegister: true,
      importedAt: home.importedAt,
    }),
    insert(db, codes, {
      _id: codeId,
      personId: _id,
      householdId: home._id,
      villageCode: home.villageCode,
      helpers: home.helpers,
      status: 'active',
      issuedOn: '2026-10-12',
    }),
    update(db, households, { _id: home._id }, { $set: { members: home.members } }),
  ])
  return { personId: _id, name, idNumber, token: signCode(keys, codeId), codeId }
}

/** A household whose head has a registered phone: what is to be filled in to bind one. */
export async function aHouseholdWithPhone(cloud: Cloud, over: Parameters<typeof aHousehold>[1] = {}, phone = '16011112222') {
  const home = await aHousehold(cloud, over)
  await aContact(cloud, home.headId, phone)
  return { ...home, idTail: home.idNumber.slice(-6), phoneTail: phone.slice(-4) }
}
