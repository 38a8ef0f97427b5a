import { AbilityBuilder, createMongoAbility, subject, type MongoAbility } from '@casl/ability'
import { rulesToCondition } from '@casl/ability/extra'
import type { Day } from '#domain/time/dates'
import { isWithin, sealedFields, type SealedField } from '#domain/access/grants'
import { householdParts, type HouseholdPart } from '#domain/register/register'
import { isWorkerRole, type WorkerRole } from '#domain/access/staff'
import type { StoredCaller } from '#store/access/callers'
import type { Filter } from '#store/db/collection'
import type { Grant } from '#store/access/grants'
import type { Waiting } from './vouched'

/** What decides about a household; stands alike on its document and on its codes. */
export interface HouseholdFacts {
  householdId: string
  villageCode: string
  helpers: string[]
}

/** How a caller stands to a household. */
export type Relation = 'self' | 'relative' | WorkerRole | 'officer'

/** Who is calling, as everything about them stands at this moment. `until` is the end of the session, where there is one. */
export interface Caller extends Partial<StoredCaller> {
  ability: Ability
  until?: string
  /** What the phone was given and that does not count yet; `unchecked`: its own person is so, and may only read. */
  waiting?: Waiting[]
  unchecked?: boolean
}

type Field = HouseholdPart | SealedField
type Ability = MongoAbility<['read', 'Household' | (HouseholdFacts & { __caslSubjectType__?: 'Household' })]>

const workerParts: Record<WorkerRole, HouseholdPart[]> = {
  'grid-worker': ['money', 'dividends', 'awards', 'policies', 'helpers', 'members'],
  cadre: ['money', 'dividends', 'awards', 'policies', 'helpers', 'members'],
  doctor: ['helpers', 'members'],
}

type Can = (parts: readonly Field[], conditions: Filter, relation: Relation) => void

/** Builds an ability from lines that say who may read what of which households. */
function abilityFrom(lines: (can: Can) => void): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility)
  lines(
    (parts, conditions, relation) => void (parts.length > 0 && can('read', 'Household', [...parts], conditions as never).because(relation)),
  )
  return build()
}

/** What a caller may read with nothing but who they are: their own file, files they are trusted with, households in their care. */
export const abilityOf = (caller: Partial<StoredCaller>, today: Day): Ability =>
  abilityFrom((can) => {
    for (const { principalPerson, parts, revoked, ...days } of caller.proxies ?? []) {
      if (principalPerson?.householdId && !revoked && isWithin(days, today))
        can(parts, { householdId: principalPerson.householdId }, 'relative')
    }
    const post = caller.staff
    if (post?.status === 'active' && post.role === 'grid-worker')
      can(workerParts['grid-worker'], { villageCode: { $in: post.areas } }, 'grid-worker')
    if (post?.status === 'active' && isWorkerRole(post.role) && post.role !== 'grid-worker' && post.workerId)
      can(workerParts[post.role], { helpers: post.workerId }, post.role)
    // Last, since the last rule that fits says the relation: one's own file is one's own whatever else one is.
    if (caller.person?.householdId) can(householdParts, { householdId: caller.person.householdId }, 'self')
  })

/** What one grant lets its holder read, and nothing else: an officer looks under one grant at a time. */
export const abilityUnder = (grant: Pick<Grant, 'parts' | 'fields' | 'area' | 'householdId'>): Ability =>
  abilityFrom((can) =>
    can(
      [...grant.parts, ...grant.fields],
      grant.householdId === null ? { villageCode: { $gte: grant.area, $lte: `${grant.area}~` } } : { householdId: grant.householdId },
      'officer',
    ),
  )

/** True when a grant may be used now: approved, within its days, its hour not over. */
export const isUsable = (grant: Grant, { iso, today }: { iso: string; today: Day }): boolean =>
  grant.status === 'approved' && isWithin(grant, today) && (grant.untilInstant === null || grant.untilInstant > iso)

/** How the caller stands to this household and what they may see of it; nothing if they may not read it. */
export function mayRead(
  { ability }: Pick<Caller, 'ability'>,
  facts: HouseholdFacts,
): { relation: Relation; parts: HouseholdPart[]; fields: SealedField[] } | undefined {
  const household = subject('Household', { ...facts })
  const reasonFor = (field: Field) => ability.relevantRuleFor('read', household, field)?.reason as Relation | undefined
  const allowed = householdParts.filter((part) => ability.can('read', household, part))
  const relation = allowed[0] && reasonFor(allowed[0])
  if (!relation) return undefined
  // Somebody who is two things to a household, a relative and its doctor, looks as one of them at a time.
  return {
    relation,
    parts: allowed.filter((part) => reasonFor(part) === relation),
    fields: sealedFields.filter((field) => reasonFor(field) === relation && ability.can('read', household, field)),
  }
}

/**
 * The same decision as a filter for the database. `key` is the field that holds the household's id: `householdId` on
 * codes and parts, `_id` on the household itself. Nothing means: deny, never `{}`.
 */
export const readableHouseholds = ({ ability }: Pick<Caller, 'ability'>, key: 'householdId' | '_id'): Filter | undefined =>
  rulesToCondition(
    ability.rulesFor('read', 'Household'),
    (rule): Filter => {
      const { householdId, ...others } = (rule.conditions ?? {}) as Filter
      const condition = householdId === undefined ? others : { ...others, [key]: householdId }
      return rule.inverted ? { $nor: [condition] } : condition
    },
    {
      and: (conditions): Filter => ({ $and: conditions }),
      or: (conditions): Filter => ({ $or: conditions }),
      empty: (): Filter => ({}),
    },
  ) ?? undefined
