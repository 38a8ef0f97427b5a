import { createHash } from 'node:crypto'
import type { supervision } from '#contract/supervision/actions'
import type { Monthly } from '#contract/supervision/monthly'
import { addMonths, monthOf, type Day, type Month } from '#domain/time/dates'
import { monthlyOfIssued, monthlyOfLooks, type Issued, type Look } from '#domain/access/monthly'
import { normOn } from '#domain/county/parameters'
import { staffRoles, type StaffRole } from '#domain/access/staff'
import { canonicalJson } from '#kernel/record/canonical'
import { countyTime, startOfMonth } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { looksIssuedBy, looksOfAgency, type AuditRecord } from '#store/record/audit'
import { findMonthly, saveMonthly } from '#store/record/monthly'
import type { Staff } from '#store/access/staff'

/** Who of the caller's agency looked at how many in a month, unusual ones first. */
export const monthly: Action<typeof supervision.monthly> = async ({ month }, on) => monthlyOf(on, (await on.caller()).staff!, month)

/** The head signs what they were shown, when the month is over. */
export const signMonthly: Action<typeof supervision.signMonthly> = async ({ month, hash }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const made = await monthlyOf(on, one, month)
  if (!made.over) throw refusals.badInput('这个月还没有过完，过完再签。')
  if (made.hash !== hash) throw refusals.badInput('刚刚又有新的记录。请刷新，看过新的再签。')
  await recordLook(on, caller, {
    action: 'supervision.signMonthly',
    granted: true,
    about: { kind: 'monthly', id: `${one.agencyId}/${month}` },
    reason: hash,
  })
  await saveMonthly(on.db, { _id: `${one.agencyId}/${month}`, hash, by: one.name, staffId: one._id, at: on.moment.iso })
  return monthlyOf(on, one, month)
}

async function monthlyOf({ db, county, moment }: On, { agencyId, agency }: Staff, month: Month): Promise<Monthly> {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) throw refusals.badInput('没有这个月份，请重新选。')
  const [start, end] = [startOfMonth(month), startOfMonth(addMonths(month, 1))]
  const [entries, used, signed] = await Promise.all([
    looksOfAgency(db, agencyId, start, end),
    looksIssuedBy(db, agencyId, start, end),
    findMonthly(db, `${agencyId}/${month}`),
  ])
  const first: Day = `${month}-01`
  const rows = monthlyOfLooks(entries.filter(isLook).map(lookOf), {
    nightFrom: normOn(county, 'look-night-from', first),
    nightUntil: normOn(county, 'look-night-until', first),
    manyADay: normOn(county, 'look-many-a-day', first),
  })
  const issued = monthlyOfIssued([...entries.filter(isIssuing).map(issuingOf), ...used.map(usedOf)])
  const hash = createHash('sha256')
    .update(canonicalJson({ month, agencyId, rows, ...(issued.length > 0 && { issued }) }))
    .digest('hex')
  return {
    month,
    agency,
    rows,
    issued,
    hash,
    over: month < monthOf(moment.today),
    ...(signed && { signed: { by: signed.by, at: signed.at, changed: signed.hash !== hash } }),
  }
}

/** Looks at people's data: not signing in, not the management of grants and staff. */
const isLook = ({ action, actor }: AuditRecord): boolean =>
  (staffRoles as readonly string[]).includes(actor.role) &&
  [
    'household.lookup',
    'supervision.file',
    'supervision.source',
    'supervision.decideSource',
    'supervision.undoSource',
    'supervision.answerSource',
    'supervision.waitingSources',
    'supervision.list',
    'supervision.tablePreview',
    'supervision.export',
    'supervision.emergency',
    'supervision.openRequest',
  ].includes(action)

/** What lets a phone in: whoever did it answers for the looks that follow. */
const issuing = [
  'office.invite',
  'office.allowProxy',
  'office.registerPhone',
  'office.replaceCard',
  'office.releaseBinding',
  'office.vouch',
  'identity.bindConfirm',
  'identity.bindRelease',
]
const isIssuing = ({ action, granted, personId, actor }: AuditRecord): boolean =>
  granted && personId !== null && actor.staffId !== null && issuing.includes(action)
const issuingOf = ({ actor, personId, householdId }: AuditRecord): Issued => ({
  staffId: actor.staffId!,
  name: actor.name ?? '',
  role: actor.role as StaffRole,
  personId,
  householdId,
  isLook: false,
})
const usedOf = ({ issuedBy, personId, householdId }: AuditRecord): Issued => ({
  staffId: issuedBy!.staffId ?? '',
  name: issuedBy!.name,
  role: issuedBy!.role as StaffRole,
  personId,
  householdId,
  isLook: true,
})

function lookOf({ actor, at, householdId, area, rows, granted, action }: AuditRecord): Look {
  return {
    staffId: actor.staffId ?? '',
    name: actor.name ?? '',
    role: actor.role as StaffRole,
    ...countyTime(at),
    householdId: area === null ? (householdId ?? 'unknown') : null,
    households: area === null ? 1 : (rows ?? 0),
    granted,
    emergency: action === 'supervision.emergency',
    exported: action === 'supervision.export',
  }
}
