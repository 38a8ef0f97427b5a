import type { County } from '#domain/county/county'
import type { HouseholdPart } from '#domain/register/register'
import type { Relation } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'

/** What may be released after the purpose is known. */
export interface Stated {
  parts: HouseholdPart[]
  purpose?: string
  consent?: string
}

/**
 * One's own file, or a relative's who lets one see it, needs no purpose. A worker states one from the county's list, with
 * consent, and sees only what it needs.
 */
export function statedPurpose(
  look: { relation: Relation; parts: HouseholdPart[] },
  county: County,
  purpose?: string,
  consent?: string,
): Stated | 'ask' {
  const { relation, parts } = look
  if (relation === 'self' || relation === 'relative') return { parts }
  const known = county.purposes.find(({ id, roles }) => id === purpose && roles.includes(relation))
  if (!known) return 'ask'
  if (!consent) throw refusals.badInput('请先征得本人或家人同意，再查看。')
  return { parts: parts.filter((part) => known.parts.includes(part)), purpose: known.id, consent }
}
