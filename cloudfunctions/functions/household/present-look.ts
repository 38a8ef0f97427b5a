import type { Look } from '#contract/household/farmer'
import type { County } from '#domain/county/county'
import { sealedFieldNames } from '#domain/access/grants'
import { roleNames, staffRoles, type StaffRole } from '#domain/access/staff'
import { unitOf } from '#affairs/trust/present-phone'
import type { AuditRecord } from '#store/record/audit'
import type { AuditLeaf } from '#store/record/checkpoints'
import type { Entry } from './look-groups'

/** A look as the household is told of it. */
export function presentLook(county: County, entry: Entry, leaf: AuditLeaf | undefined, complained: boolean): Look {
  const { actor, purpose, consent, reason } = entry
  const named = county.purposes.find(({ id }) => id === purpose)?.label
  const kind = kindOf(entry)
  const label = entry.emergency && named && reason ? `${named}：${reason}` : (named ?? reason ?? undefined)
  return {
    id: entry._id,
    group: entry.group,
    at: entry.at,
    granted: entry.granted,
    ...(entry.times !== undefined && { times: entry.times }),
    kind,
    ...(kind === 'taken-along' && reason && { until: reason }),
    ...(kind === 'offline' && reason && { seenAt: reason }),
    ...whoOf(entry),
    own: entry.granted && (actor.role === 'farmer' || actor.role === 'relative'),
    ...(label && { purpose: label }),
    ...((consent === 'self' || consent === 'family') && { consent }),
    parts: entry.parts,
    fields: entry.fields.map((field) => sealedFieldNames[field]),
    complained,
    ...(entry.issuedBy && {
      issuedBy: `${unitOf(entry.issuedBy)}${entry.issuedBy.second || entry.issuedBy.role === 'operator' ? '' : '一个人'}`,
    }),
    ...(leaf?.n && { n: leaf.n }),
  }
}

/**
 * Unit and role; of a worker never the name: whom to ask is the unit. Of a farmer or relative who was turned away nothing says
 * that they are of this family.
 */
export function whoOf({ actor: { role, agency }, granted }: Pick<AuditRecord, 'actor' | 'granted'>): { unit: string; role: string } {
  if ((staffRoles as readonly string[]).includes(role)) return { unit: agency ?? '', role: roleNames[role as StaffRole] }
  const family = granted ? { farmer: '本人', relative: '家人' } : { farmer: '一位农户', relative: '一位农户的家人' }
  const words = { ...family, stranger: '没有登录的人', operator: '系统管理员' }[role as 'farmer' | 'relative' | 'stranger' | 'operator']
  return { unit: words, role: words }
}

function kindOf({ action, emergency, area, about }: AuditRecord): Look['kind'] {
  if (action === 'supervision.export') return 'export'
  if (action === 'field.takeAlong') return 'taken-along'
  if (action === 'field.looksOffline') return 'offline'
  if (area !== null) return 'list'
  if (about?.kind === 'case' || action === 'office.caseSubject') return 'case'
  if (about?.kind === 'scheme') return 'scheme'
  if (about?.kind === 'plan') return 'plan'
  if (emergency) return 'emergency'
  if (action.startsWith('identity.')) return 'binding'
  if (action === 'supervision.answer') return 'answer'
  return action.startsWith('office.') ? 'counter' : 'file'
}
