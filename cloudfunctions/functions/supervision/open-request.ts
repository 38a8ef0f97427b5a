import type { supervision } from '#contract/supervision/actions'
import { partsFor } from '#domain/work/requests'
import { abilityUnder, mayRead } from '#kernel/access/authorize'
import { hoursAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { checkPledged } from '#affairs/pledges/pledge'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { findById } from '#store/db/collection'
import { households } from '#store/people/register'
import { findRequest, openFor } from '#store/work/requests'
import { loadFile } from '#affairs/file/load'
import { presentFile } from '#affairs/file/present-file'
import { presentRow } from './requests'

const hours = 1

/** The household that a request is about, by the request's own leave: one look, told to the farmer as what it was for. */
export const openRequest: Action<typeof supervision.openRequest> = async ({ id }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  await checkPledged(on, one.agencyId)
  const request = await findRequest(on.db, id)
  const ours = request?.toAgencyId === one.agencyId ? request : undefined
  const opened = ours && (await openFor(on.db, id, { staffId: one._id, name: one.name, at: on.moment.iso }, hoursAfter(on.moment, -hours)))
  const parts = opened ? partsFor(opened) : []
  await recordLook(on, caller, {
    action: 'supervision.openRequest',
    granted: opened !== undefined,
    parts,
    ...(ours && {
      householdId: ours.householdId,
      personId: ours.personId,
      reason: `为答复这件${ours.kind === 'complaint' ? '投诉' : '更正'}：${ours.about}`,
    }),
  })
  if (!ours || (!opened && ours.answeredAt !== null)) throw refusals.notFound('这一件已经答复了，或者不归本单位办。请刷新再看。')
  if (!opened) throw refusals.badInput(`这一件已由${ours.opened?.name ?? '别人'}打开看过这一户，一件只看一次。还要看，请到“授权”里申请。`)
  const home = await findById(on.db, households, opened.householdId)
  const reading = { ...caller, ability: abilityUnder({ parts, fields: [], area: '', householdId: opened.householdId }) }
  const look = home && mayRead(reading, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  const loaded = look && (await loadFile(on, reading, home._id, look.parts))
  if (!loaded) throw refusals.notFound('这一户已经不在名册上了。请按农户写的话核实。')
  return {
    request: presentRow(on, opened),
    file: presentFile(on, loaded, look),
    until: hoursAfter({ ...on.moment, iso: opened.opened!.at }, hours),
  }
}
