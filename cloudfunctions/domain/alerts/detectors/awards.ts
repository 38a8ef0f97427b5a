import type { Programme } from '../../county/county'
import { yuan, type Fen } from '../../money/money'
import { sayPeriod, type Period } from '../../time/list-periods'
import { normalisePeriod } from '../../time/periods'
import type { InFile } from './fold'
import { plainName } from './plan-month'

/** What a department's list says somebody is due. Amounts in 分. */
export interface ListedAward {
  _id: string
  importId: string
  personId: string
  programme: string
  period: Period
  amountFen: Fen
  agencyId: string
  /** Of the person. */
  name: string
  townCode?: string
  villageCode?: string
}

/** The lists of one period, and what of it stands in plans. */
export interface AwardPeriod {
  awards: readonly ListedAward[]
  planned: readonly { personId: string; programme: string; period: string }[]
  programmes: ReadonlyMap<string, Pick<Programme, 'name' | 'agency'>>
  /** Names in rows of plans that were sent back. */
  sentBackNames: ReadonlySet<string>
}

/** A list is planned when so much of what it says of a programme is; before that its plan is still to come. */
const plannedShare = 0.5

/** Due by a list, and in no plan for that period. */
export function awardsNotPlanned({ awards, planned, programmes, sentBackNames }: AwardPeriod): InFile[] {
  const there = new Set(planned.map(({ personId, programme, period }) => `${personId}/${programme}/${normalisePeriod(period)}`))
  const lists = new Map<string, ListedAward[]>()
  for (const award of awards) {
    const list = `${award.importId}/${award.programme}`
    lists.set(list, [...(lists.get(list) ?? []), award])
  }
  return [...lists.values()].flatMap((list) => {
    const missing = list.filter(
      ({ personId, programme, period, name }) =>
        !there.has(`${personId}/${programme}/${sayPeriod(period)}`) && !sentBackNames.has(plainName(name)),
    )
    if (list.length - missing.length < list.length * plannedShare) return []
    return missing.map(({ _id, importId, personId, programme, period, amountFen, agencyId, townCode, villageCode }) => ({
      ...{ subject: { kind: 'person' as const, id: personId }, cause: `${programme}/${period}`, importId },
      agencyId: programmes.get(programme)?.agency ?? agencyId,
      ...(townCode !== undefined && { townCode }),
      ...(villageCode !== undefined && { villageCode }),
      why: `名单上${sayPeriod(period)}该领${programmes.get(programme)?.name ?? programme} ${yuan(amountFen)} 元，发放计划里没有。`,
      amountFen,
      records: [{ kind: 'award' as const, id: _id }],
      facts: [`${amountFen}`],
    }))
  })
}
