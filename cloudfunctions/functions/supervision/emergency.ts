import { randomUUID } from 'node:crypto'
import type { supervision } from '#contract/supervision'
import { countyTime, hoursAfter } from '#kernel/clock'
import { codeIdOf } from '#kernel/code-signer'
import { refusals } from '#kernel/errors'
import { alarmedBy } from '#kernel/grant-powers'
import { checkPledged } from '#kernel/pledge'
import { recordLook } from '#kernel/release'
import { blindIndexes } from '#kernel/seal'
import type { Action } from '#kernel/serve'
import { find } from '#store/collection'
import { insertGrant, staffHolder, type Grant } from '#store/grants'
import { findCode, persons } from '#store/register'

/**
 * No grant, and it cannot wait: one household for an hour. It needs no second person, so it is told: the agency's head is alarmed
 * (`acknowledge`), the month's digest leads with it, and the farmer reads the reason.
 */
export const emergency: Action<typeof supervision.emergency> = async ({ reason, token, idNumber }, on) => {
  const { db, keys, county, moment } = on
  const caller = await on.caller()
  const one = caller.staff!
  await checkPledged(on, one.agencyId)
  const code = token && (await findCode(db, codeIdOf(keys, token) ?? 'none'))
  const [person] = idNumber ? await find(db, persons, { idIndex: { $in: blindIndexes(keys, 'id-number', idNumber) } }, { limit: 1 }) : []
  const householdId = code?.status === 'active' ? code.householdId : person?.householdId
  const about = { action: 'supervision.emergency', emergency: true, reason, purpose: 'emergency' }
  if (!householdId) {
    await recordLook(on, caller, { ...about, granted: false })
    throw refusals.notFound('没有找到这一户。请核对卡上的 25 位号码，或者身份证号。')
  }
  const purpose = county.purposes.find(({ id }) => id === 'emergency')!
  const until = hoursAfter(moment, 1)
  const by = { staffId: one._id, name: one.name }
  const grant: Grant = {
    _id: randomUUID(), holder: staffHolder(one._id), holderName: `${one.name}（${one.agency}）`, agencyId: one.agencyId, agency: one.agency,
    purpose: purpose.id, area: '', householdId, parts: purpose.parts, fields: [], from: moment.today, until: countyTime(until).day, untilInstant: until,
    status: 'approved', emergency: true, reason, askedBy: by, askedAt: moment.iso, decidedBy: null, decidedAt: null, why: '', alarmedAgencyId: alarmedBy(county, one), acknowledgedBy: null,
  }
  await recordLook(on, caller, { ...about, granted: true, householdId, grantId: grant._id, parts: grant.parts })
  await insertGrant(db, grant)
  return { grantId: grant._id, householdId, until }
}
