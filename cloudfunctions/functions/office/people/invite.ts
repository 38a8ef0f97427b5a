import { randomUUID } from 'node:crypto'
import type { office } from '#contract/office'
import { guardianUntilAge, ageOn } from '#domain/binding'
import { placeOf } from '#domain/divisions'
import { covers } from '#domain/grants'
import { maskName } from '#domain/names'
import { isDutyRole, isWorkerRole } from '#domain/staff'
import { refusals } from '#kernel/errors'
import { issueInvitation } from '#kernel/invitation'
import { recordLook } from '#kernel/release'
import type { Action, On } from '#kernel/serve'
import { addGuardian } from '#kernel/trust'
import { invitations, type Binds } from '#store/accounts'
import { findById, update } from '#store/collection'
import { workers } from '#store/helpers'
import { findStaff, insertStaff, type Staff } from '#store/staff'
import { cardAtCounter } from '../counter/card-at-counter'
import { agencyNamed, isUnitOf } from './agencies'

type Input = Parameters<typeof invite>[0]

/** A one-time code for the person of a card, for somebody new on the staff, or for one of the staff who must sign in anew. */
export const invite: Action<typeof office.invite> = async (input, on) => {
  const binds = 'token' in input ? await personOf(input, on) : 'staffId' in input ? await again(input.staffId, on) : await newStaff(input, on)
  return issueInvitation(on, binds)
}

async function personOf({ token, guardian }: Extract<Input, { token: string }>, on: On): Promise<Binds> {
  const { person } = await cardAtCounter(on, token, 'office.invite')
  const age = ageOn(person.birth, on.moment.today)
  if (age >= guardianUntilAge) return { kind: 'person', personId: person._id, name: maskName(person.name) }
  if (!guardian) throw refusals.badInput(`这是一位 ${age} 岁的孩子，由监护人来办：请写监护人的姓名和关系。`)
  return { kind: 'proxy', proxyId: (await addGuardian(on, person, guardian, '窗口核对'))._id }
}

async function again(staffId: string, on: On): Promise<Binds> {
  const one = await findStaff(on.db, staffId)
  if (!one || one.status === 'removed') throw refusals.notFound('没有找到这个人，或者已经停用了。')
  await checkMayInvite(on, one)
  // A new code is asked for when the last one went astray: whoever found that one finds it void.
  await update(on.db, invitations, { 'binds.staffId': staffId, until: { $gt: on.moment.iso } }, { $set: { until: '' } })
  return { kind: 'staff', staffId }
}

async function newStaff({ role, name, agency: written, areas, workerId }: Extract<Input, { role: string }>, on: On): Promise<Binds> {
  const { county, db, moment } = on
  const agency = agencyNamed(county, written)
  if (!agency) throw refusals.badInput(`不认得单位“${written}”。请写县包 agencies.json 里的全名，例如 ${county.agencies[0]!.name}。`)
  const unknown = areas.filter((code) => !placeOf(county, code))
  if (unknown.length > 0) throw refusals.badInput(`不认得村码 ${unknown.join('、')}。请写 12 位村码。`)
  if (role === 'grid-worker' && areas.length === 0) throw refusals.badInput('网格员要写明管哪些村。')
  if ((role === 'cadre' || role === 'doctor') && !(workerId && (await findById(db, workers, workerId)))) throw refusals.badInput('帮扶干部和家庭医生要对上台账里的人：请先按姓名查一查，再选。')
  const one: Staff = {
    _id: randomUUID(), role, name, agencyId: agency.id, agency: agency.name, areas: role === 'grid-worker' ? areas : [], workerId: workerId ?? null,
    status: 'invited', invitedBy: (await by(on)) ?? 'operator', since: moment.iso, pledge: null, removed: null,
  }
  await checkMayInvite(on, one)
  await insertStaff(db, one)
  return { kind: 'staff', staffId: one._id }
}

const by = async (on: On): Promise<string | undefined> => (on.call.road === 'operator' ? undefined : (await on.caller()).staff?._id)

/**
 * The terminal invites anybody. A data officer invites to the own agency: grid workers for the villages it serves, cadres and doctors
 * who are of it. Head and data officer of an agency are invited by the county's data office, so that nobody makes their own checker;
 * those of the data office itself only from the terminal.
 */
async function checkMayInvite(on: On, one: Staff): Promise<void> {
  if (on.call.road === 'operator') return recordLook(on, {}, { action: 'office.invite', granted: true, reason: `${one.name} ${one.role}` })
  const caller = await on.caller()
  const objection = await objectionTo(one, caller.staff!.agencyId, on)
  await recordLook(on, caller, { action: 'office.invite', granted: objection === undefined, reason: `${one.name} ${one.role}` })
  if (objection !== undefined) throw refusals.badInput(objection)
}

/** What speaks against this agency's inviting them, in words; nothing if it may. */
async function objectionTo(one: Staff, agencyId: string, { county, db }: On): Promise<string | undefined> {
  if (isDutyRole(one.role)) return agencyId === county.duties.data && one.agencyId !== agencyId ? undefined : '一把手和管理专员由县数据管理单位邀请，请联系他们。'
  if (one.agencyId !== agencyId) return '只能邀请本单位的人。'
  const { area = '' } = county.agencies.find(({ id }) => id === agencyId) ?? {}
  if (one.role === 'grid-worker' && !one.areas.every((village) => covers(area, village))) return '只能邀请管本单位所辖村的网格员。请去掉别处的村。'
  if (!isWorkerRole(one.role) || !one.workerId) return undefined
  const listed = await findById(db, workers, one.workerId)
  return listed?.role === one.role && isUnitOf(county, agencyId, listed.unit) ? undefined : '台账里这个人不是本单位的，请请他的单位来邀请。'
}
