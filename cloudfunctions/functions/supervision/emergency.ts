import { randomUUID } from 'node:crypto'
import type { supervision } from '#contract/supervision/actions'
import { normOn } from '#domain/county/parameters'
import { areTwo } from '#domain/access/second-person'
import { countyTime, hoursAfter, minutesAfter } from '#kernel/call/clock'
import { codeIdOf } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import { alarmable } from '#affairs/grants/powers'
import { checkPledged } from '#affairs/pledges/pledge'
import { recordLook } from '#kernel/record/release'
import { blindIndexes } from '#kernel/seal/seal'
import { findStandings } from '#kernel/access/second-person'
import type { Action, On } from '#kernel/call/on'
import { find } from '#store/db/read'
import { emergenciesOf, insertGrant, staffHolder, type Grant } from '#store/access/grants'
import { freeLock, takeLock } from '#store/db/locks'
import { findCode, persons } from '#store/people/register'
import { dutyStaff, type Staff } from '#store/access/staff'

type Input = Parameters<typeof emergency>[0]

/**
 * No grant, and it cannot wait: one household for a while (`emergency-hours`). It needs no second person, so it is told: the agency's
 * head is alarmed (`acknowledge`), the month's paper leads with it, and the farmer reads the reason. A few a day, and the next only after
 * the head has seen the last. Whether the number is anybody's shows nowhere here: what was opened for nobody is a grant, an alarm and one
 * of the few as well.
 */
export const emergency: Action<typeof supervision.emergency> = async (input, on) => {
  const one = (await on.caller()).staff!
  if (!input.token && !input.idNumber) throw refusals.badInput('请填 18 位身份证号，或者扫卡片上的码（25 位）。')
  await checkPledged(on, one.agencyId)
  const lock = { _id: `emergency/${one._id}`, holder: on.requestId, until: minutesAfter(on.moment, 1) }
  // Of many at once one is opened: the others are counted after it.
  if (!(await takeLock(on.db, lock, on.moment.iso))) throw refusals.busy('您刚刚按的一次紧急查询还在打开。请先看那一次。')
  try {
    return await openOne(on, one, input)
  } finally {
    await freeLock(on.db, lock)
  }
}

async function openOne(on: On, one: Staff, { reason, token, idNumber }: Input) {
  const { db, county, moment } = on
  const caller = await on.caller()
  const [householdId, objection, alarmedAgencyId] = await Promise.all([
    householdOf(on, token, idNumber),
    objectionTo(on, one),
    agencyToAlarm(on, one),
  ])
  const about = { action: 'supervision.emergency', emergency: true, reason, purpose: 'emergency' }
  if (objection !== undefined) {
    await recordLook(on, caller, { ...about, granted: false })
    throw refusals.tooOften(objection)
  }
  const purpose = county.purposes.find(({ id }) => id === 'emergency')!
  const until = hoursAfter(moment, normOn(county, 'emergency-hours', moment.today))
  const grant: Grant = {
    _id: randomUUID(),
    holder: staffHolder(one._id),
    holderName: `${one.name}（${one.agency}）`,
    agencyId: one.agencyId,
    agency: one.agency,
    purpose: purpose.id,
    area: '',
    householdId: householdId ?? randomUUID(),
    parts: purpose.parts,
    fields: [],
    from: moment.today,
    until: countyTime(until).day,
    untilInstant: until,
    status: 'approved',
    emergency: true,
    reason,
    askedBy: { staffId: one._id, name: one.name },
    askedAt: moment.iso,
    decidedBy: null,
    decidedAt: null,
    why: '',
    alarmedAgencyId,
    acknowledgedBy: null,
  }
  await recordLook(on, caller, {
    ...about,
    granted: true,
    ...(householdId !== undefined && { householdId }),
    grantId: grant._id,
    parts: grant.parts,
  })
  await insertGrant(db, grant)
  return { grantId: grant._id, until }
}

/** Both are looked up whatever was given: an answer takes as long for nobody's number. */
async function householdOf({ db, keys }: On, token: Input['token'], idNumber = ''): Promise<string | undefined> {
  const [code, [person]] = await Promise.all([
    findCode(db, (token && codeIdOf(keys, token)) ?? 'none'),
    find(db, persons, { idIndex: { $in: blindIndexes(keys, 'id-number', idNumber) } }, { limit: 1 }),
  ])
  return (code?.status === 'active' ? code.householdId : person?.householdId) ?? undefined
}

/** Why not another one now, and what to do; nothing if it may be. */
async function objectionTo({ db, county, moment }: On, one: Staff): Promise<string | undefined> {
  const most = normOn(county, 'emergency-looks-a-day', moment.today)
  const [last, ...before] = await emergenciesOf(db, one._id, most)
  if (!last) return undefined
  if (last.acknowledgedBy === null) {
    const unit = county.agencies.find(({ id }) => id === last.alarmedAgencyId)?.name ?? one.agency
    return `您上一次紧急查询还没有人过目。请${unit}的一把手先在“授权”里点“已过目”，再查下一次；不急的，请申请授权。`
  }
  const today = [last, ...before].filter(({ from }) => from === moment.today).length
  return today >= most ? `紧急查询一天最多 ${most} 次，今天到数了。请到“授权”里申请，另一个人同意以后再查。` : undefined
}

/** The nearest whose head is somebody else than who looks, really. */
async function agencyToAlarm({ db, county }: On, one: Staff): Promise<string> {
  const agencies = alarmable(county, one)
  const heads = (await dutyStaff(db, agencies)).filter(({ role }) => role === 'head')
  const known = await findStandings(db, [one._id, ...heads.map(({ _id }) => _id)])
  const seeing = heads.filter(({ _id }) => areTwo(known, one._id, _id)).map(({ agencyId }) => agencyId)
  return agencies.find((id) => seeing.includes(id)) ?? agencies.at(-1)!
}
