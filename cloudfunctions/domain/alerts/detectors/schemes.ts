import type { BookLine, ListedDividend } from '../../money/scheme-book'
import { isPrincipalLate, type PrincipalDue } from '../../money/scheme-dues'
import { sumFen, yuan, type Fen } from '../../money/money'
import { sayWhen, type Day } from '../../time/dates'
import type { AlertRecord, Finding } from '../finding'

/** A pooled scheme as far as alerts ask. */
export interface SchemeFacts {
  scheme: { _id: string; name: string; opened: boolean; guaranteed: boolean }
  lines: readonly BookLine[]
  /** Whose schemes are, and the government of a place. */
  agencyId: string
  townAgency: (townCode: string) => string | undefined
  today: Day
  /** Until when, by the county's norms: a year's dividend, the telling, the principal (no `day`: nobody knows that year's holidays). */
  dividendDueOn: (year: number) => Day
  tellDueOn: (offSince: Day) => Day
  principalDue: (exitOn: Day) => PrincipalDue
}

export const placeOf = ({ townCode, villageCode }: BookLine) => ({ townCode, villageCode })
export const subjectOf = ({ stored, id, householdId }: BookLine): AlertRecord =>
  stored ? { kind: 'membership', id } : { kind: 'household', id: householdId }
export const listed = (rows: readonly ListedDividend[]): AlertRecord[] => rows.map(({ _id }) => ({ kind: 'dividend', id: _id }))
const ofYear = (line: BookLine, year: number) => line.years.find((one) => one.year === year)
export const paidSum = (rows: readonly ListedDividend[]): Fen => sumFen(rows.map(({ dividendFen }) => dividendFen))

/** Years that are over, and whose dividend was to be paid by now. */
function yearsDue({ lines, today, dividendDueOn }: SchemeFacts): number[] {
  const named = [...new Set(lines.flatMap((line) => [...line.years.map(({ year }) => year), ...line.rows.map(({ year }) => year + 1)]))]
  return named.filter((year) => year < Number(today.slice(0, 4)) && dividendDueOn(year) < today)
}

/** Nothing was paid for a year. Where nobody of a scheme was, it is one finding about the scheme. */
export function unpaidDividends(facts: SchemeFacts): Finding[] {
  const { scheme, lines, agencyId, dividendDueOn } = facts
  return yearsDue(facts).flatMap((year): Finding[] => {
    const by = `应当在${sayWhen(dividendDueOn(year))}以前发`
    const unpaid = lines.filter((line) => (ofYear(line, year)?.dueFen ?? 0) > 0 && ofYear(line, year)!.paidFen === 0)
    const isPaid = lines.some((line) => (ofYear(line, year)?.paidFen ?? 0) > 0)
    const dueOf = (line: BookLine) => ofYear(line, year)!.dueFen
    if (!isPaid)
      return unpaid.length === 0
        ? []
        : [
            {
              ...{ subject: { kind: 'scheme', id: scheme._id }, cause: `${year}`, agencyId },
              why: `“${scheme.name}”${year}年的分红一户也没有发，${unpaid.length} 户应分 ${yuan(sumFen(unpaid.map(dueOf)))} 元，${by}。`,
              amountFen: sumFen(unpaid.map(dueOf)),
              records: [{ kind: 'scheme', id: scheme._id }, ...unpaid.map(subjectOf)],
              facts: [scheme._id, `${year}`],
            },
          ]
    const missing = lines.filter(
      ({ state, rows }) => state === 'listed' && rows.some((row) => row.year === year - 1) && !rows.some((row) => row.year >= year),
    )
    return [
      ...unpaid.map((line): Finding => ({
        ...{ subject: subjectOf(line), cause: `${year}`, agencyId, ...placeOf(line) },
        why: `“${scheme.name}”${year}年应分 ${yuan(dueOf(line))} 元，分红表上没有这一户，${by}。`,
        amountFen: dueOf(line),
        records: [subjectOf(line)],
        facts: [line.id, `${year}`, `${dueOf(line)}`],
      })),
      ...missing.map((line): Finding => ({
        ...{ subject: subjectOf(line), cause: `${scheme._id}/${year}`, agencyId, ...placeOf(line) },
        why: `“${scheme.name}”${year - 1}年的分红表上有这一户，${year}年的没有；没有登记过退出，${by}。`,
        records: listed(line.rows),
        facts: [line.id, `${year}`],
      })),
    ]
  })
}

/** Something was paid for a year, and less than its terms say; below what is guaranteed, it says so. */
export const shortDividends = (facts: SchemeFacts): Finding[] =>
  yearsDue(facts).flatMap((year) =>
    facts.lines.flatMap((line): Finding[] => {
      const one = ofYear(line, year)
      if (!one || one.paidFen === 0 || one.outstandingFen === 0) return []
      const { scheme, agencyId } = facts
      return [
        {
          ...{ subject: subjectOf(line), cause: `${year}`, agencyId, ...placeOf(line) },
          why: `“${scheme.name}”${year}年${scheme.guaranteed ? '保底' : '约定'}应分 ${yuan(one.dueFen)} 元，分红表上只有 ${yuan(one.paidFen)} 元，少 ${yuan(one.outstandingFen)} 元。`,
          amountFen: one.outstandingFen,
          records: [subjectOf(line), ...listed(line.rows.filter((row) => row.year === year))],
          facts: [line.id, `${year}`, `${one.dueFen}`, `${one.paidFen}`],
        },
      ]
    }),
  )

/**
 * Principal that is not back by its last working day. Where that cannot be told, since nobody knows the year's holidays, it is said so once
 * it is late by any calendar: no day is guessed.
 */
export const principalNotReturned = ({ scheme, lines, agencyId, today, principalDue }: SchemeFacts): Finding[] =>
  lines.flatMap((line): Finding[] => {
    if (line.state !== 'returning' || line.exitOn === null) return []
    const due = principalDue(line.exitOn)
    if (!isPrincipalLate(due, today)) return []
    const { workingDays, day, latest } = due
    const until =
      day === undefined
        ? `${workingDays} 个工作日到哪天算不出（那一年的放假安排没有），怎么放假最迟也不晚于${sayWhen(latest)}，已经过了`
        : `最晚${sayWhen(day)}退还，已经过了`
    return [
      {
        ...{ subject: subjectOf(line), cause: line.exitOn, agencyId, ...placeOf(line) },
        why: `一户${sayWhen(line.exitOn)}退出“${scheme.name}”，本金还有 ${yuan(line.standingFen)} 元没有退，${until}。`,
        amountFen: line.standingFen,
        records: [subjectOf(line)],
        facts: [line.id, line.exitOn],
      },
    ]
  })
