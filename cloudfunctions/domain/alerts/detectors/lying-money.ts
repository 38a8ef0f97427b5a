import type { Programme } from '../../county/county'
import type { OutstandingReason } from '../../money/claims'
import { sumFen, yuan } from '../../money/money'
import type { CountedClaim } from '../../money/money-sums'
import type { MoneyPart, MoneyRecord } from '../../money/reconcile-facts'
import { daysBetween, sayWhen, type Day, type Month } from '../../time/dates'
import type { AlertRecord, Finding } from '../finding'
import { foldInto } from './fold'

/** A due of a month, of which something has not come. */
export interface OpenClaim extends Pick<CountedClaim, 'programme' | 'townCode' | 'outstanding' | 'lyingSince'> {
  _id: string
  personId: string
  villageCode: string
  period: string
}

/** A month's money that has not come, and for how long it may lie, in days. */
export interface OpenMonth {
  month: Month
  today: Day
  claims: readonly OpenClaim[]
  lyingDays: number
  keptDays: number
  /** More of one programme than this have one cause. */
  most: number
  programmes: ReadonlyMap<string, Pick<Programme, 'name' | 'agency'>>
  /** Of the county: where a programme is unknown, who looks first. */
  fallbackAgency: string
  countyCode: string
}

/** The county has it and the bank does not yet. */
const withTheCounty: ReadonlySet<OutstandingReason> = new Set(['planned', 'drafted', 'mending'])

/** 滞留: money that was funded or ordered and has not been handed to the bank for too long; one finding a programme and town. */
export function moneyLying(facts: OpenMonth): Finding[] {
  const groups = new Map<string, { claim: OpenClaim; part: MoneyPart<OutstandingReason>; since: Day }[]>()
  for (const claim of facts.claims)
    for (const part of claim.outstanding) {
      const since = claim.lyingSince ?? part.since
      if (!withTheCounty.has(part.reason) || since === null || daysBetween(since, facts.today) <= facts.lyingDays) continue
      const key = `${claim.programme}/${claim.townCode}`
      groups.set(key, [...(groups.get(key) ?? []), { claim, part, since }])
    }
  return [...groups.values()].map((group): Finding => {
    const { programme, townCode } = group[0]!.claim
    const amountFen = sumFen(group.map(({ part }) => part.fen))
    const oldest = group
      .map(({ since }) => since)
      .sort()
      .at(0)!
    return {
      subject: { kind: 'place', id: townCode || facts.countyCode },
      cause: `${programme}/${facts.month}`,
      agencyId: agencyOf(facts, programme),
      ...(townCode !== '' && { townCode }),
      why: `${sayWhen(facts.month)}的${nameOf(facts, programme)}有 ${group.length} 笔 ${yuan(amountFen)} 元，最早的从${sayWhen(oldest)}起就在县里，还没有交银行发。`,
      amountFen,
      records: group.flatMap(({ part }) => recordsOf(part.records)),
      facts: group.map(({ claim, part }) => `${claim._id} ${part.fen}`).sort(),
    }
  })
}

const short: ReadonlySet<OutstandingReason> = new Set(['short', 'left-out'])

/** 截留: a batch gave less than is due, or nothing, and what is missing has not been made up for too long. */
export function moneyKeptBack(facts: OpenMonth): Finding[] {
  const found = new Map<string, Finding[]>()
  for (const { _id, programme, period, personId, townCode, villageCode, outstanding } of facts.claims)
    for (const { reason, fen, since, records } of outstanding) {
      if (!short.has(reason) || since === null || daysBetween(since, facts.today) <= facts.keptDays) continue
      if (!records.some(({ kind }) => kind === 'batch-line')) continue
      const finding: Finding = {
        subject: { kind: 'person', id: personId },
        cause: `${programme}/${period}`,
        agencyId: agencyOf(facts, programme),
        ...(townCode !== '' && { townCode }),
        ...(villageCode !== '' && { villageCode }),
        why: `${period}的${nameOf(facts, programme)}${reason === 'short' ? '发少了' : '决定不发'} ${yuan(fen)} 元，按规则还该发，${sayWhen(since)}以来没有补上。`,
        amountFen: fen,
        records: recordsOf(records),
        facts: [`${_id} ${reason} ${fen}`],
      }
      found.set(programme, [...(found.get(programme) ?? []), finding])
    }
  return [...found].flatMap(([programme, group]) =>
    group.length > facts.most
      ? [foldInto('money_kept_back', { kind: 'place', id: facts.countyCode }, group, `${programme}/${facts.month}`)]
      : group,
  )
}

const agencyOf = ({ programmes, fallbackAgency }: OpenMonth, programme: string): string =>
  programmes.get(programme)?.agency ?? fallbackAgency
const nameOf = ({ programmes }: OpenMonth, programme: string): string => programmes.get(programme)?.name ?? programme

/** What an alert can name of them. */
const recordsOf = (records: readonly MoneyRecord[]): AlertRecord[] =>
  records.flatMap(({ kind, id }) => (kind === 'entitlement' || kind === 'confirmation' ? [] : [{ kind, id }]))
