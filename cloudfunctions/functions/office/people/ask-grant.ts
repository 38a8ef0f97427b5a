import { randomUUID } from 'node:crypto'
import type { office } from '#contract/office/actions'
import { normOn } from '#domain/county/parameters'
import { isWorkerRole } from '#domain/access/staff'
import { daysAfter } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import { checkPledged } from '#affairs/pledges/pledge'
import { areaName, presentGrant } from '#affairs/grants/present-grant'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { agencyHolder, insertGrant, staffHolder, type Grant } from '#store/access/grants'
import { findStaff, type Staff } from '#store/access/staff'

/** Asks for leave to look, for the agency or somebody of it. Nothing is allowed until a second person approves. */
export const askGrant: Action<typeof office.askGrant> = async ({ holder, purpose, area, parts, fields, from, until, reason }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const { county, moment } = on
  await checkPledged(on, one.agencyId)
  const known = county.purposes.find(({ id, roles }) => id === purpose && id !== 'emergency' && roles.includes('officer'))
  if (!known) throw refusals.badInput('请选一个事由。')
  const beyond = parts.some((part) => !known.parts.includes(part))
  if (beyond) throw refusals.badInput(`为了“${known.label}”用不着这么多内容。请去掉用不着的，再提交。`)
  if (areaName(county, area) === area) throw refusals.badInput('不认得这个地方，请从列表里选。')
  if (from < moment.today || until < from) throw refusals.badInput('起止日期不对：从今天或以后的某天起，到后面的某天止。')
  const longestDays = normOn(county, 'longest-grant-days', moment.today)
  if (until > daysAfter(from, longestDays)) throw refusals.badInput(`一次最多 ${longestDays} 天，到期可以再申请。`)
  const whose = await holderOf(on, one, holder)
  const grant: Grant = {
    _id: randomUUID(),
    holder,
    holderName: whose.name,
    agencyId: one.agencyId,
    agency: one.agency,
    purpose,
    area,
    householdId: null,
    beyondAgency: one.role === 'head' || whose.head || one.agencyId === county.duties.data,
    parts,
    fields,
    from,
    until,
    untilInstant: null,
    status: 'asked',
    emergency: false,
    reason,
    askedBy: { staffId: one._id, name: one.name },
    askedAt: moment.iso,
    decidedBy: null,
    decidedAt: null,
    why: '',
    alarmedAgencyId: null,
    acknowledgedBy: null,
  }
  await recordLook(on, caller, {
    action: 'office.askGrant',
    granted: true,
    about: { kind: 'grant', id: grant._id },
    parts,
    fields,
    purpose,
    reason,
  })
  await insertGrant(on.db, grant)
  return { grant: await presentGrant(on, one, grant) }
}

async function holderOf({ db }: On, one: Staff, holder: string): Promise<{ name: string; head: boolean }> {
  if (holder === agencyHolder(one.agencyId)) return { name: one.agency, head: false }
  const colleague = await findStaff(db, holder.replace(/^staff:/, ''))
  const fits =
    colleague &&
    holder === staffHolder(colleague._id) &&
    colleague.agencyId === one.agencyId &&
    colleague.status !== 'removed' &&
    !isWorkerRole(colleague.role)
  if (!fits) throw refusals.badInput('只能给本单位，或者本单位在岗的人申请。请从列表里选。')
  return { name: `${colleague.name}（${one.agency}）`, head: colleague.role === 'head' }
}
