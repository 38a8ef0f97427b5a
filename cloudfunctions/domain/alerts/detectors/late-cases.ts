import { sayWhen, type Day } from '../../time/dates'
import { caseKindNames, caseStateNames, type CaseKind, type CaseState } from '../../work/cases'
import { isCaseLate } from '../../work/case-days'
import type { Finding } from '../finding'

interface LateCase {
  _id: string
  kind: CaseKind
  state: CaseState
  since: Day
  dueOn: Day | null
  agencyId: string
  townCode: string
  villageCode: string
}

/** Steps of cases whose day is over. `townAgency`: the government of the place, which does all but decide. */
export const lateCase = (one: LateCase, today: Day, townAgency: string | undefined): Finding[] =>
  !isCaseLate(one, today)
    ? []
    : [
        {
          subject: { kind: 'case', id: one._id },
          agencyId: deciding.includes(one.state) ? one.agencyId : (townAgency ?? one.agencyId),
          townCode: one.townCode,
          villageCode: one.villageCode,
          why: `一件“${caseKindNames[one.kind]}”办件，现在是“${caseStateNames[one.state]}”，应当在${sayWhen(one.dueOn!)}以前办好，已经过了。`,
          records: [{ kind: 'case', id: one._id }],
          // The same step late is one alert however long; the next step late is another matter.
          facts: [one._id, one.state, one.since],
        },
      ]

const deciding: readonly CaseState[] = ['decision', 'appeal', 'effect', 'restoring']
