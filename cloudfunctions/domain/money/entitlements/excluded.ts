import type { Programme } from '../../county/county'
import type { Exclusion } from '../../county/due-rules'
import { fen, yuan, type Fen } from '../money'
import { monthsOf, sayPeriod } from '../../time/list-periods'
import type { Day } from '../../time/dates'
import type { Due } from './dues'

/** Something that a person is due or paid. `months`: what it is for. */
export interface Drawn {
  programme: string
  personId: string
  dueFen: Fen
  months: { from: string; until: string }
}

/** Two that cannot be drawn together, and by which rule: the one that stays, the one that does not. */
export interface ExcludedPair<T extends Drawn> {
  stays: T
  other: T
  by: Exclusion
}

type Excluding = Pick<Programme, 'id' | 'name' | 'excludes'>

/**
 * Pairs of one person's that cannot be drawn together, for a time that they have in common; a household's money counts as its head's. The
 * same whichever way round they are given.
 */
export function excludedPairs<T extends Drawn>(
  programmes: ReadonlyMap<string, Pick<Excluding, 'excludes'>>,
  drawn: readonly T[],
): ExcludedPair<T>[] {
  const byPerson = new Map<string, T[]>()
  for (const one of drawn) if (one.dueFen > 0) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one])
  const pairs: ExcludedPair<T>[] = []
  for (const own of byPerson.values())
    for (const one of own)
      for (const by of programmes.get(one.programme)?.excludes ?? [])
        for (const two of own) {
          if (two.programme !== by.programme || !isTogether(one, two, by)) continue
          pairs.push(by.stays === 'this' ? { stays: one, other: two, by } : { stays: two, other: one, by })
        }
  const place = ({ stays, other }: ExcludedPair<T>) =>
    [other.personId, other.programme, other.months.from, stays.programme, stays.months.from].join('/')
  return pairs.sort((a, b) => place(a).localeCompare(place(b)))
}

const isTogether = (one: Drawn, two: Drawn, { from }: Exclusion): boolean => {
  const [first, last] = [
    one.months.from > two.months.from ? one.months.from : two.months.from,
    one.months.until < two.months.until ? one.months.until : two.months.until,
  ]
  return first <= last && last >= from
}

/** Dues without what a verified rule takes from them: of a pair only what stays is due. An unverified rule takes nothing. */
export function withoutExcluded(dues: readonly Due[], programmes: ReadonlyMap<string, Excluding>): Due[] {
  const drawn = dues.map((due, i) => ({ ...due, i, months: monthsOf(due.period) }))
  const pairs = excludedPairs(programmes, drawn).filter(({ by }) => !by.unverified)
  const others = new Set(pairs.map(({ other }) => other.i))
  const lost = new Set(pairs.filter(({ stays }) => !others.has(stays.i)).map(({ other }) => other.i))
  // What is itself not due takes nothing from a third.
  const taken = new Map(pairs.flatMap((pair) => (lost.has(pair.stays.i) ? [] : [[pair.other.i, pair] as const])))
  return dues.map((due, i): Due => {
    const pair = taken.get(i)
    return pair ? { ...due, dueFen: fen(0), why: sayTaken(programmes, due, pair.stays.programme), rule: ruleOf(pair.by) } : due
  })
}

const sayTaken = (programmes: ReadonlyMap<string, Excluding>, { programme, period, dueFen }: Due, stays: string): string => {
  const name = (id: string) => programmes.get(id)?.name ?? id
  return `${sayPeriod(period)}${name(programme)} 0 元：和${name(stays)}不能同时领，按规定领${name(stays)}，这一项 ${yuan(dueFen)} 元不发。`
}

const ruleOf = ({ source, from }: Exclusion): Due['rule'] => ({ source, from: `${from}-01` as Day })
