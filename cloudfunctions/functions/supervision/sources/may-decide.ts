import { unitName, dataOfficePosts } from '#domain/access/posts'
import { areTwo, type Standings } from '#domain/access/second-person'
import { isDutyRole } from '#domain/access/staff'
import type { County } from '#domain/county/county'
import type { StatedField } from '#domain/people/stated'
import { sayWho } from '#affairs/grants/deciders'
import { findStandings } from '#kernel/access/second-person'
import { Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { dutyStaff, type Staff } from '#store/access/staff'
import type { SourceDecision } from '#store/people/source-decisions'

/** The agency that mends a difference, by the county pack; nothing where the pack has no order for the field. */
export function mendingAgency(county: County, field: StatedField): string | undefined {
  const rule = county.precedence[field]
  return rule && county.sources[rule.mends]
}

/** Anybody of the agency that mends it says which statement holds. */
export const maySayWhich = (county: County, one: Staff, field: StatedField): boolean => mendingAgency(county, field) === one.agencyId

/** Head or data officer of that agency or of the data office agrees: never who asked, nor anybody who is one with them. */
export const mayAgree = (county: County, known: Standings, one: Staff, { agencyId, waiting }: SourceDecision): boolean =>
  waiting !== null &&
  isDutyRole(one.role) &&
  (one.agencyId === agencyId || one.agencyId === county.duties.data) &&
  areTwo(known, one._id, waiting.by.staffId)

/** Who stands behind this one and those who asked. */
export const standingsForDecisions = ({ db }: On, ones: readonly Pick<Staff, '_id'>[], decisions: readonly SourceDecision[]) =>
  findStandings(db, [...ones.map(({ _id }) => _id), ...decisions.flatMap(({ waiting }) => waiting?.by.staffId ?? [])])

/** Who may agree, in words. */
export async function sayDeciders(on: On, decision: SourceDecision): Promise<string> {
  const judges = await dutyStaff(on.db, [decision.agencyId, on.county.duties.data])
  const known = await standingsForDecisions(on, judges, [decision])
  return sayWho(
    on.county,
    judges.filter((one) => mayAgree(on.county, known, one, decision)),
  )
}

/** To somebody who sees it and may not say: who does. */
export function whoSays({ county }: On, field: StatedField): Refusal {
  const agency = mendingAgency(county, field)
  return new Refusal(
    'not-allowed',
    agency === undefined
      ? `县里还没有定这一项由谁来定。请联系${dataOfficePosts(county)}。`
      : `这一项由${unitName(county, agency)}的人来定。请把哪里不一样告诉他们。`,
  )
}
