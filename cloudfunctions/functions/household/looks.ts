import type { household } from '#contract/household'
import type { Look } from '#contract/farmer'
import type { County } from '#domain/county'
import { sealedFieldNames } from '#domain/grants'
import { roleNames, staffRoles, type StaffRole } from '#domain/staff'
import { refusals } from '#kernel/errors'
import type { Action } from '#kernel/serve'
import { knownLooks, looksAtAreas, looksOfOthers, refusedAndOwnLooks, type AuditRecord } from '#store/audit'
import { covers, latestCheckpoint, leavesOfHousehold, type AuditLeaf } from '#store/checkpoints'
import { findById } from '#store/collection'
import { households } from '#store/register'
import { requestsOfPerson } from '#store/requests'

/** Those of others are never pushed out by what anybody with the card can cause. */
const ofOthers = 100
const refusedAndOwn = 40
const lists = 20
const marked = 300

/** 谁看过我的信息: looks at this household, refused ones too, and lists over its village; numbered as the signed record has them. */
export const looks: Action<typeof household.looks> = async (_, on) => {
  const { person } = await on.caller()
  const householdId = person!.householdId
  if (!householdId) throw refusals.signIn()
  const [others, rest, home, leaves, checkpoint, requests] = await Promise.all([
    looksOfOthers(on.db, householdId, ofOthers), refusedAndOwnLooks(on.db, householdId, refusedAndOwn), findById(on.db, households, householdId),
    leavesOfHousehold(on.db, householdId, marked), latestCheckpoint(on.db), requestsOfPerson(on.db, person!._id),
  ])
  const village = home?.villageCode ?? ''
  const signed = leaves.filter((leaf) => covers(checkpoint, leaf))
  const [over, known] = await Promise.all([
    looksAtAreas(on.db, [6, 9, 12].map((length) => village.slice(0, length)), lists),
    knownLooks(on.db, signed.map(({ entryId }) => entryId)),
  ])
  const leafOf = new Map(signed.map((leaf) => [leaf.entryId, leaf]))
  const complained = new Set(requests.map(({ lookId }) => lookId))
  const all = [...others, ...rest, ...over].sort((a, b) => (a.at < b.at ? 1 : -1))
  return {
    looks: all.map((entry) => presentLook(on.county, entry, leafOf.get(entry._id), complained.has(entry._id))),
    chained: signed[0]?.n ?? 0,
    marks: signed.flatMap(({ n, hash, entryId }) => (n === null || !known.has(entryId) ? [] : [{ n, mark: hash }])),
    ...(checkpoint && { proof: { size: checkpoint.size, root: checkpoint.root, at: checkpoint.at } }),
  }
}

function presentLook(county: County, entry: AuditRecord, leaf: AuditLeaf | undefined, complained: boolean): Look {
  const { actor, purpose, consent, reason } = entry
  const named = county.purposes.find(({ id }) => id === purpose)?.label
  const label = entry.emergency && named && reason ? `${named}：${reason}` : (named ?? reason ?? undefined)
  return {
    id: entry._id,
    at: entry.at,
    granted: entry.granted,
    kind: kindOf(entry),
    ...whoOf(entry),
    own: entry.granted && (actor.role === 'farmer' || actor.role === 'relative'),
    ...(label && { purpose: label }),
    ...((consent === 'self' || consent === 'family') && { consent }),
    parts: entry.parts,
    fields: entry.fields.map((field) => sealedFieldNames[field]),
    complained,
    ...(leaf?.n && { n: leaf.n }),
  }
}

/** Unit and role; of a worker never the name: whom to ask is the unit. Of a farmer or relative who was turned away nothing says that they are of this family. */
export function whoOf({ actor: { role, agency }, granted }: Pick<AuditRecord, 'actor' | 'granted'>): { unit: string; role: string } {
  if ((staffRoles as readonly string[]).includes(role)) return { unit: agency ?? '', role: roleNames[role as StaffRole] }
  const family = granted ? { farmer: '本人', relative: '家人' } : { farmer: '一位农户', relative: '一位农户的家人' }
  const words = { ...family, stranger: '没有登录的人', operator: '系统管理员' }[role as 'farmer' | 'relative' | 'stranger' | 'operator']
  return { unit: words, role: words }
}

function kindOf({ action, emergency, area }: AuditRecord): Look['kind'] {
  if (action === 'supervision.export') return 'export'
  if (area !== null) return 'list'
  if (emergency) return 'emergency'
  if (action.startsWith('identity.')) return 'binding'
  if (action === 'supervision.answer') return 'answer'
  return action.startsWith('office.') ? 'counter' : 'file'
}
