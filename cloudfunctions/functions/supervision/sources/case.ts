import { opensSource, type StatedField } from '#domain/people/stated'
import { gather, type Source } from '#affairs/stated/gather'
import { mayRead } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { decisionId, sourceDecisions, type SourceDecision } from '#store/people/source-decisions'
import type { Looking } from '#affairs/grants/under-grant'

/** One field of one person in a household that a grant covers, with all that is said and was decided of it. */
export interface Case {
  home: Household
  personId: string
  field: StatedField
  said: Source[]
  decision: SourceDecision | undefined
  /** The grant opens this field of this person. */
  opens: boolean
}

/** What an officer names: under which grant, whose, what. */
export interface Named {
  householdId: string
  personId: string
  of: StatedField
}

/** Nothing for a household that is not there, not covered, or not this person's. */
export async function findCase(on: On, { caller }: Looking, { householdId, personId, of }: Named): Promise<Case | undefined> {
  const home = await findById(on.db, households, householdId)
  const look = home && mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  if (!look || !home.members.some((member) => member.personId === personId)) return undefined
  const [said, decision] = await Promise.all([gather(on, of, [personId]), findById(on.db, sourceDecisions, decisionId(personId, of))])
  return {
    ...{ home, personId, field: of, said, decision },
    opens: opensSource(look, of) && (personId === home.headId || look.parts.includes('members')),
  }
}
