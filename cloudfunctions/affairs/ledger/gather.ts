import { claimKey, type ClaimParts } from '#domain/money/claims'
import type { ClaimFacts } from '#domain/money/reconcile-facts'
import type { County } from '#domain/county/county'
import { utcDay, type Month } from '#domain/time/dates'
import { sayPeriod } from '#domain/time/list-periods'
import { normalisePeriod } from '#domain/time/periods'
import { grouped } from '#affairs/intake/writing/grouped'
import type { BatchLine } from '#store/money/batches'
import type { Entitlement } from '#store/money/entitlements'
import type { Payment } from '#store/money/money'
import { onePerson, type OnePerson } from '../persons/one-person'
import { newestRegister } from '../register/newest'
import { peopleOf, placesOf, type On } from './gather-people'
import { recordsOf, rowsOf, type Records } from './gather-records'

/** All that the database knows of one due, and where it belongs. */
export interface Gathered {
  claim: string
  programme: string
  /** Where it is counted: by its rule, or the first plan that orders it. */
  personId: string
  householdId: string | null
  month: Month
  period: string
  townCode: string
  villageCode: string
  facts: ClaimFacts
}

/** Dues are looked for by the records in which they stand; the rest of what is known of each comes along. */
export interface Seeds {
  rows: readonly Pick<Payment, 'personId' | 'householdId' | 'programme' | 'period'>[]
  rules: readonly Entitlement[]
  lines: readonly BatchLine[]
}

/** Every due that stands in the seeds, each once, with everything that is known of it in whatever month. */
export async function gatherClaims(on: On, { rows: first, rules, lines }: Seeds): Promise<Gathered[]> {
  const { county, db } = on
  const one = await onePerson(db)
  const keyOf = keyed(county, one)
  const parts = [...first, ...rules.map(asParts), ...lines]
  const keys = new Set(parts.map(keyOf))
  const rows = (await rowsOf(db, one, parts)).filter((row) => keys.has(keyOf(row)))
  const [records, people, registerMonth] = await Promise.all([recordsOf(db, keys, rows), peopleOf(on, one, rows), newestRegister(db)])
  const rowsBy = grouped(rows, keyOf)
  const rowKey = new Map(rows.map((row) => [row._id, keyOf(row)]))
  const linesBy = grouped(records.lines, (line) => rowKey.get(line.paymentId ?? '') ?? keyOf(line))
  const ruleBy = new Map([...rules, ...records.rules].map((rule) => [keyOf(asParts(rule)), rule]))
  const found = [...keys].flatMap((claim): Gathered[] => {
    const [ownRows, ownLines, rule] = [rowsBy.get(claim) ?? [], linesBy.get(claim) ?? [], ruleBy.get(claim)]
    const at = rule ?? firstOf(ownRows) ?? firstOf(ownLines)
    if (!at) return []
    const { programme, householdId, month } = at
    return [
      {
        ...{ claim, programme, householdId, month, personId: one.keptOf(at.personId), period: normalisePeriod(periodOf(at)) },
        ...{ townCode: rule?.townCode ?? '', villageCode: rule?.villageCode ?? '' },
        facts: {
          ...factsOf(one, rule, ownRows, ownLines, records),
          people,
          needsRegister: needsRegister(county, programme) && registerMonth !== undefined && registerMonth <= month,
        },
      },
    ]
  })
  const places = await placesOf(db, found)
  return found.map((each) => ({ ...each, ...places.get(each.householdId ?? '') }))
}

function factsOf(
  one: OnePerson,
  rule: Entitlement | undefined,
  rows: readonly Payment[],
  lines: readonly BatchLine[],
  { answeredFiles, batchOf, receiptsOf, wordsOf, answeredRequests }: Records,
): Omit<ClaimFacts, 'people' | 'needsRegister'> {
  return {
    entitlement: rule,
    rows: rows.map(({ importId, importedAt, saidOn, ...row }) => ({
      ...{ ...row, personId: one.keptOf(row.personId), on: saidOn ?? utcDay(Date.parse(importedAt)) },
      answered: answeredFiles.has(`${importId}/${row.month}`),
    })),
    lines: lines.flatMap((line) => {
      const batch = batchOf.get(line.batchId)
      return batch ? [{ ...line, personId: one.keptOf(line.personId), batch }] : []
    }),
    receipts: rows
      .flatMap(({ _id }) => receiptsOf.get(_id) ?? [])
      .map(({ _id, paymentId, amountFen, state, postedOn, day }) => ({
        ...{ _id, amountFen, state, paymentId: paymentId! },
        on: postedOn ?? day ?? null,
      })),
    confirmations: rows
      .flatMap(({ _id }) => wordsOf.get(_id) ?? [])
      .map(({ _id, paymentId, said, n, requestId }) => ({
        ...{ _id, paymentId, said, n },
        answered: answeredRequests.has(requestId ?? ''),
      })),
  }
}

const asParts = (rule: Entitlement): ClaimParts => ({
  ...{ programme: rule.programme, personId: rule.personId, householdId: rule.householdId },
  period: sayPeriod(rule.period),
})

const periodOf = (at: Entitlement | Payment | BatchLine): string => ('why' in at ? sayPeriod(at.period) : at.period)

function keyed({ programmes }: County, one: OnePerson): (parts: ClaimParts) => string {
  const byId = new Map(programmes.map((programme) => [programme.id, programme]))
  return (parts) => claimKey(byId, { ...parts, personId: one.keptOf(parts.personId) })
}

const needsRegister = ({ programmes }: County, id: string): boolean => programmes.find((one) => one.id === id)?.paysCategory !== undefined

const firstOf = <T extends { _id: string; month: Month }>(list: readonly T[]): T | undefined =>
  [...list].sort((a, b) => a.month.localeCompare(b.month) || a._id.localeCompare(b._id))[0]
