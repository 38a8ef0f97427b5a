import type { office } from '#contract/office'
import { readCodeToken } from '#domain/code-token'
import { placeOf } from '#domain/divisions'
import { maskName } from '#domain/names'
import { codeIdOf } from '#kernel/code-signer'
import { hoursAfter } from '#kernel/clock'
import { refusals } from '#kernel/errors'
import { invitationId, newInvitationCode } from '#kernel/invitation'
import type { Action, On } from '#kernel/serve'
import { saveInvitation, type Account } from '#store/accounts'
import { findById } from '#store/collection'
import { findCode, persons } from '#store/register'

const validHours = 24

/** A one-time sign-in code for the person of a card, or for a worker. Handed over face to face. */
export const invite: Action<typeof office.invite> = async (input, on) => {
  const binds = 'token' in input ? { person: await personOf(input.token, on), post: null } : { person: null, post: postOf(input, on) }
  const code = newInvitationCode()
  const until = hoursAfter(on.moment, validHours)
  await saveInvitation(on.db, { _id: invitationId(on.keys, code), binds, until })
  return { code, until }
}

async function personOf(text: string, { db, keys }: On): Promise<Account['person']> {
  const token = readCodeToken(text)
  const codeId = token && codeIdOf(keys, token)
  const code = codeId && (await findCode(db, codeId))
  if (!code || code.status !== 'active') throw refusals.badInput('这张卡的号码不对，或者已经作废。请核对卡上的 25 位号码。')
  const person = await findById(db, persons, code.personId)
  return { personId: code.personId, householdId: code.householdId, name: maskName(person?.name ?? '') }
}

type WorkerInput = Extract<Parameters<typeof invite>[0], { role: string }>

function postOf({ role, name, agency, areas, workerId }: WorkerInput, { county }: On): Account['post'] {
  const unknown = areas.filter((code) => !placeOf(county, code))
  if (unknown.length > 0) throw refusals.badInput(`不认得村码 ${unknown.join('、')}。请写 12 位村码。`)
  if (role === 'grid-worker' && areas.length === 0) throw refusals.badInput('网格员要写明管哪些村：--areas 村码,村码')
  if (role === 'cadre' && !workerId) throw refusals.badInput('帮扶干部要写明台账里的编号：--worker 编号')
  if (!name.trim() || !agency.trim()) throw refusals.badInput('请写姓名和单位：--name 王小二 --agency 某镇人民政府')
  return { role, name: name.trim(), agency: agency.trim(), areas, workerId: workerId ?? null }
}
