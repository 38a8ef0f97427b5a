import { AbilityBuilder, createMongoAbility, subject, type MongoAbility } from '@casl/ability'
import { rulesToCondition } from '@casl/ability/extra'
import type { WorkerRole } from '#domain/county'
import { householdParts, type HouseholdPart } from '#domain/register'
import type { Account } from '#store/accounts'
import type { Filter } from '#store/collection'

/** What decides about a household; stands alike on its document and on its codes. */
export interface HouseholdFacts { householdId: string; villageCode: string; helpers: string[] }

/** How a caller stands to a household. */
export type Relation = 'self' | WorkerRole

/** Who is calling. `until` is the end of the session, where there is one. */
export interface Caller { account: Account | undefined; ability: Ability; until?: string }
type Ability = MongoAbility<['read', 'Household' | (HouseholdFacts & { __caslSubjectType__?: 'Household' })]>

const workerParts: Record<WorkerRole, HouseholdPart[]> = {
  'grid-worker': ['money', 'dividends', 'policies', 'helpers', 'members'],
  cadre: ['money', 'dividends', 'policies', 'helpers', 'members'],
  doctor: ['helpers', 'members'],
}

/** What an account may do. No account, no rule; no rule, no. */
export function abilityOf(account: Account | undefined): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility)
  if (account?.person) can('read', 'Household', [...householdParts], { householdId: account.person.householdId }).because('self')
  const post = account?.post
  if (post?.role === 'grid-worker') can('read', 'Household', workerParts['grid-worker'], { villageCode: { $in: post.areas } }).because('grid-worker')
  if (post && post.role !== 'grid-worker' && post.workerId) can('read', 'Household', workerParts[post.role], { helpers: post.workerId }).because(post.role)
  return build()
}

/** How the caller stands to this household and what they may see of it; nothing if they may not read it. */
export function mayRead({ ability }: Caller, facts: HouseholdFacts): { relation: Relation; parts: HouseholdPart[] } | undefined {
  const household = subject('Household', { ...facts })
  const parts = householdParts.filter((part) => ability.can('read', household, part))
  const relation = ability.relevantRuleFor('read', household, parts[0])?.reason as Relation | undefined
  return relation && parts.length > 0 ? { relation, parts } : undefined
}

/**
 * The same decision as a filter for the database. `key` is the field that holds the household's id: `householdId` on
 * codes and parts, `_id` on the household itself. Nothing means: deny, never `{}`.
 */
export const readableHouseholds = ({ ability }: Caller, key: 'householdId' | '_id'): Filter | undefined =>
  rulesToCondition(ability.rulesFor('read', 'Household'), (rule): Filter => {
    const { householdId, ...others } = (rule.conditions ?? {}) as Filter
    const condition = householdId === undefined ? others : { ...others, [key]: householdId }
    return rule.inverted ? { $nor: [condition] } : condition
  }, {
    and: (conditions): Filter => ({ $and: conditions }),
    or: (conditions): Filter => ({ $or: conditions }),
    empty: (): Filter => ({}),
  }) ?? undefined
