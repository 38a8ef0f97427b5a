import type { AwardLine } from '#contract/household/actions'
import { sayFacts, type AwardFacts } from '#domain/money/awards'
import type { Relation } from '#kernel/access/authorize'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { Award } from '#store/money/awards'
import type { LoadedFile } from '../lists'
import { programmeOf } from './programme-of'

/**
 * What departments' lists say that members of the household are due; where each stands, to an officer. Kind and grade of a disability
 * are told here to nobody: like a diagnosis, they are their own person's, who finds them in their copy.
 */
export function awardsOf({ county, keys }: On, { listed }: LoadedFile, relation: Relation): AwardLine[] {
  return listed.map((award) => {
    const { _id, programme, called, forWhom, period, amountFen, agency, fileName, sheet, row, day } = award
    const facts = mayTell(award, relation) ? sayFacts(JSON.parse(open(keys, award.factsSealed)) as AwardFacts) : ''
    return {
      ...{ id: _id, programme, name: called, icon: programmeOf(county, programme)?.icon, period, amountFen },
      agency: county.agencies.find(({ id }) => id === agency)?.name ?? agency,
      ...(forWhom && { forWhom }),
      ...(facts && { facts }),
      ...(relation === 'officer' && { source: { file: fileName, sheet, row, ...(day && { day }) } }),
    }
  })
}

/** Land is the household's; where a child goes to school is told to the household itself. */
const mayTell = ({ kind }: Award, relation: Relation): boolean => kind === 'farmland' || (kind === 'schooling' && relation === 'self')
