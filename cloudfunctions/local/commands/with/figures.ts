import { leavings } from '#domain/register/events'
import { fen, type Fen } from '#domain/money/money'
import type { County } from '#domain/county/county'
import { monthOf, type Day } from '#domain/time/dates'
import type { Db, Filter } from '#store/db/collection'
import { aggregate, count } from '#store/db/read'
import { pairings } from '#store/people/helpers'
import { quarantine, stillOpen, warnings } from '#store/intake/quarantine'
import { reports } from '#store/reports/reports'
import { alerts } from '#store/work/alerts'
import { suggestions } from '#store/public/suggestions'
import { tallies } from '#store/public/tallies'
import { dividends, payments, receipts } from '#store/money/money'
import { codes, events, households, persons } from '#store/people/register'

/** What a county's records come to, each figure with its unit. Counted, never kept. */
export interface Figures {
  /** 个 */ towns: number
  villages: number
  communities: number
  residentsCommittees: number
  /** 人 */ people: number
  exits: number
  codes: number
  /** 户 */ households: number
  pairedHouseholds: number
  pooledHouseholds: number
  /** 次 */ scans: number
  /** 件, not destroyed yet; those put aside as no report are not counted. */ reports: number
  suggestions: number
  /** Alerts that were looked into and ended as 资金问题. */ fundCases: number
  /** 行 */ quarantined: number
  warned: number
  /** 分, this month */ dueFen: Fen
  creditedFen: Fen
}

export async function countFigures(db: Db, county: County, today: Day): Promise<Figures> {
  const places = county.towns.flatMap(({ villages }) => villages)
  const ofKind = (kind: string) => places.filter((place) => place.kind === kind).length
  const month = monthOf(today)
  const [people, exits, active, homes, paired, pooled, quarantined, warned, dueFen, creditedFen, scans, told, suggested, fundCases] =
    await Promise.all([
      count(db, persons, { onRegister: true }),
      count(db, events, { kind: { $in: leavings }, repeats: { $exists: false } }),
      count(db, codes, { status: 'active' }),
      count(db, households, { onRegister: true }),
      distinctHouseholds(db, pairings),
      distinctHouseholds(db, dividends),
      count(db, quarantine, stillOpen),
      count(db, warnings, { seen: null }),
      sum(db, payments, { month }, 'dueFen'),
      sum(db, receipts, { month, state: 'credited' }, 'amountFen'),
      sum(db, tallies, { kind: 'scan' }, 'total'),
      count(db, reports, { state: { $ne: 'spam' } }),
      count(db, suggestions, {}),
      count(db, alerts, { state: 'closed', outcome: 'fund' }),
    ])
  return {
    towns: county.towns.length,
    villages: ofKind('village'),
    communities: ofKind('community'),
    residentsCommittees: ofKind('residents-committee'),
    people,
    exits,
    codes: active,
    households: homes,
    pairedHouseholds: paired,
    pooledHouseholds: pooled,
    quarantined,
    warned,
    dueFen: fen(dueFen),
    creditedFen: fen(creditedFen),
    scans,
    reports: told,
    suggestions: suggested,
    fundCases,
  }
}

async function distinctHouseholds(db: Db, of: { name: string }): Promise<number> {
  const [counted] = await aggregate<{ n: number }>(db, of, [
    { $match: { householdId: { $ne: null } } },
    { $group: { _id: '$householdId' } },
    { $count: 'n' },
  ])
  return counted?.n ?? 0
}

async function sum(db: Db, of: { name: string }, match: Filter, field: string): Promise<number> {
  const [summed] = await aggregate<{ total: number }>(db, of, [{ $match: match }, { $group: { _id: null, total: { $sum: `$${field}` } } }])
  return summed?.total ?? 0
}
