import type { SealedField } from '#domain/access/grants'
import { normOn } from '#domain/county/parameters'
import type { Subject } from '#domain/access/subjects'
import type { HouseholdPart } from '#domain/register/register'
import { randomUUID } from 'node:crypto'
import type { AuditRecord } from '#store/record/audit'
import { countRefused } from '#store/record/refused'
import { processWriter } from './audit-writer'
import type { Caller, Relation } from '../access/authorize'
import type { On } from '../call/on'

/** What a look, or another act on somebody's data, is about. */
export interface Look {
  /** Its own, where the same look may arrive twice: one made without signal. */
  id?: string
  action: string
  granted: boolean
  householdId?: string
  personId?: string
  /** As whom it was done, for those who are several things: a grid worker's own file is looked at as a farmer. */
  relation?: Relation
  area?: string
  rows?: number
  about?: Subject
  parts?: HouseholdPart[]
  fields?: SealedField[]
  purpose?: string
  consent?: string
  grantId?: string
  emergency?: boolean
  reason?: string
}

/** Writes who looked at what. It must be written, or nothing is released: let its failure fail the action. */
export async function recordLook(on: On, caller: Partial<Caller>, look: Look): Promise<void> {
  if (look.granted || (await isAmongTheFirst(on, caller, look))) await writeLook(on, caller, look)
}

/**
 * Of one thing that somebody is refused, so many a day are on record one by one; of the rest the number (store/record/refused). The
 * staff are held to each action and household; of others, whose accounts cost nothing, all is one thing.
 */
async function isAmongTheFirst(
  { db, county, moment }: On,
  { staff, account }: Partial<Caller>,
  { action, householdId }: Look,
): Promise<boolean> {
  const what = staff ? `${action}/${householdId ?? 'none'}` : 'anything'
  return (
    (await countRefused(db, staff?._id ?? account?._id ?? 'nobody', what, moment.today)) <=
    normOn(county, 'refusals-recorded-a-day', moment.today)
  )
}

/** The record itself, in one request. */
export const writeLook = (on: On, caller: Partial<Caller>, look: Look): Promise<void> =>
  processWriter().write(on.db, on.keys, {
    _id: look.id ?? randomUUID(),
    at: on.moment.iso,
    action: look.action,
    granted: look.granted,
    actor: actorOf(on, caller, look.relation),
    householdId: look.householdId ?? null,
    personId: look.personId ?? null,
    area: look.area ?? null,
    rows: look.rows ?? null,
    ...(look.about && { about: look.about }),
    parts: look.parts ?? [],
    fields: look.fields ?? [],
    purpose: look.purpose ?? null,
    consent: look.consent ?? null,
    grantId: look.grantId ?? null,
    emergency: look.emergency ?? false,
    reason: look.reason ?? null,
    requestId: on.requestId,
    ...issuedBy(caller, look),
  })

/** By whose hand the family's phone or trust came about, where it was not by their own. */
function issuedBy(
  { account, person, staff, proxies = [] }: Partial<Caller>,
  { relation, householdId }: Look,
): Pick<AuditRecord, 'issuedBy'> {
  const own = relation === 'self' || (relation === undefined && person !== undefined && !staff) ? account?.person?.vouched : undefined
  const trusted =
    relation === 'relative' ? proxies.find(({ principalPerson }) => principalPerson?.householdId === householdId)?.vouched : undefined
  const vouched = own ?? trusted
  if (!vouched?.by) return {}
  return { issuedBy: { ...vouched.by, ...(vouched.second && 'name' in vouched.second && { second: vouched.second }) } }
}

/** As who somebody is on record. */
export function actorOf(
  { call }: Pick<On, 'call'>,
  { account, person, proxies, staff }: Partial<Caller>,
  relation?: Relation,
): AuditRecord['actor'] {
  const accountId = account?._id ?? null
  const private_ = (role: AuditRecord['actor']['role']) => ({ accountId, staffId: null, role, name: null, agency: null, agencyId: null })
  if (call.road === 'operator') return private_('operator')
  if (relation === 'self') return private_('farmer')
  if (relation === 'relative') return private_('relative')
  if (staff) return { accountId, staffId: staff._id, role: staff.role, name: staff.name, agency: staff.agency, agencyId: staff.agencyId }
  if (person) return private_('farmer')
  return private_(proxies && proxies.length > 0 ? 'relative' : 'stranger')
}
