import { isAgreed, isIn, waitsForSecond, type MembershipState } from '../work/memberships'
import type { Day } from '../time/dates'
import { dividendDue, principalOf, settleYear, type CapitalEntry, type SettledYear, type Terms } from './scheme-dues'
import { sumFen, type Fen } from './money'

/** A row of a list of dividends. Amounts in 分. */
export interface ListedDividend {
  _id: string
  personId: string
  year: number
  principalFen: Fen
  dividendFen: Fen
}

/** A household in a scheme with all that is known of its money there. */
export interface BookLine {
  /** Of the membership; `stored` is false where no more is known than the lists. */
  id: string
  stored: boolean
  householdId: string
  townCode: string
  villageCode: string
  who: string
  state: MembershipState
  /** Who signed its agreement. */
  signerId: string | null
  inFen: Fen
  returnedFen: Fen
  standingFen: Fen
  /** What the newest list says of the principal; of an agreement it is no part. */
  listedFen: Fen
  /** Since when all of the household is off the register. */
  offSince: Day | null
  toldOn: Day | null
  exitOn: Day | null
  /** Each year in which something was due or paid, the oldest first. Without an agreement nothing is due, and what was paid is told. */
  years: SettledYear[]
  rows: readonly ListedDividend[]
}

/** What a line is made of besides what follows from it. */
export type BookLineFacts = Omit<BookLine, 'years' | 'inFen' | 'returnedFen' | 'standingFen' | 'listedFen'> & {
  capital: readonly CapitalEntry[]
  returns: readonly CapitalEntry[]
}

/** One line of the book, up to a year. */
export function bookLine({ capital, returns, ...facts }: BookLineFacts, terms: readonly Terms[], upTo: number): BookLine {
  const { rows } = facts
  const years = [...capital.map(({ on }) => Number(on.slice(0, 4))), ...rows.map(({ year }) => year)]
  const first = Math.min(...years, upTo + 1)
  const last = Math.max(upTo, ...rows.map(({ year }) => year))
  const newest = Math.max(...rows.map(({ year }) => year))
  return {
    ...facts,
    ...principalOf(capital, returns),
    listedFen: sumFen(rows.flatMap(({ year, principalFen }) => (year === newest ? [principalFen] : []))),
    years: Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((year) => {
      const paid = sumFen(rows.flatMap((row) => (row.year === year ? [row.dividendFen] : [])))
      const due = dividendDue(capital, terms, year)
      return due === 0 && paid === 0 ? [] : [settleYear(year, due, paid)]
    }),
  }
}

/** Off the register, and not told since what becomes of its share. */
export const isUntold = ({ state, offSince, toldOn }: Pick<BookLine, 'state' | 'offSince' | 'toldOn'>): boolean =>
  isIn(state) && offSince !== null && (toldOn === null || toldOn < offSince)

const inYear = (line: BookLine, year: number | undefined): SettledYear | undefined => line.years.find((one) => one.year === year)

/** Ways to look at a scheme: every number of its page is the count of one of these, and opens it. */
const bookViews = {
  in: ({ state }) => isIn(state),
  agreed: ({ state }) => isAgreed(state),
  joined: ({ state }) => state === 'joined',
  listed: ({ state }) => state === 'listed',
  waiting: ({ state }) => waitsForSecond.includes(state),
  returning: ({ state }) => state === 'returning',
  left: ({ state }) => state === 'left',
  untold: (line) => isUntold(line),
  due: (line, year) => (inYear(line, year)?.dueFen ?? 0) > 0,
  paid: (line, year) => (inYear(line, year)?.paidFen ?? 0) > 0,
  outstanding: (line, year) => (inYear(line, year)?.outstandingFen ?? 0) > 0,
  surplus: (line, year) => line.inFen > 0 && (inYear(line, year)?.surplusFen ?? 0) > 0,
} satisfies Record<string, (line: BookLine, year?: number) => boolean>
export type BookView = keyof typeof bookViews
export const bookViewNames = Object.keys(bookViews) as [BookView, ...BookView[]]

/** Lines of a view; of a year where the view is one of a year's. */
export const linesOf = (lines: readonly BookLine[], view: BookView, year?: number): BookLine[] =>
  lines.filter((line) => (bookViews[view] as (line: BookLine, year?: number) => boolean)(line, year))

const sumOf = (lines: readonly BookLine[], key: 'inFen' | 'returnedFen' | 'standingFen' | 'listedFen') =>
  sumFen(lines.map((line) => line[key]))

/** The scheme on one page. What lists alone say is never added to what was agreed. */
export function bookTotals(lines: readonly BookLine[]) {
  const of = (view: BookView) => linesOf(lines, view)
  const [listed, returning] = [of('listed'), of('returning')]
  return {
    ...{ in: of('in').length, agreed: of('agreed').length, joined: of('joined').length, listed: listed.length },
    ...{ waiting: of('waiting').length, returning: returning.length, left: of('left').length, untold: of('untold').length },
    ...{ inFen: sumOf(lines, 'inFen'), returnedFen: sumOf(lines, 'returnedFen'), standingFen: sumOf(lines, 'standingFen') },
    ...{ listedFen: sumOf(listed, 'listedFen'), returningFen: sumOf(returning, 'standingFen') },
    years: [...yearsOf(lines)].sort(([a], [b]) => b - a).map(([year, own]) => yearTotals(year, own)),
  }
}

/** What each year settled, by year, each line met once; `agreed`: with an agreement. */
function yearsOf(lines: readonly BookLine[]): Map<number, (SettledYear & { agreed: boolean })[]> {
  const years = new Map<number, (SettledYear & { agreed: boolean })[]>()
  for (const { inFen, years: own } of lines)
    for (const one of own) {
      const there = years.get(one.year)
      const settled = { ...one, agreed: inFen > 0 }
      if (there) there.push(settled)
      else years.set(one.year, [settled])
    }
  return years
}

function yearTotals(year: number, all: readonly (SettledYear & { agreed: boolean })[]) {
  const agreed = all.filter((one) => one.agreed)
  const more = (of: readonly SettledYear[], key: 'dueFen' | 'paidFen' | 'outstandingFen' | 'surplusFen') =>
    of.filter((one) => one[key] > 0).length
  return {
    year,
    ...{ due: more(all, 'dueFen'), paid: more(all, 'paidFen') },
    ...{ outstanding: more(all, 'outstandingFen'), surplus: more(agreed, 'surplusFen') },
    dueFen: sumFen(agreed.map(({ dueFen }) => dueFen)),
    /** To everybody, with or without an agreement. */
    paidFen: sumFen(all.map(({ paidFen }) => paidFen)),
    outstandingFen: sumFen(agreed.map(({ outstandingFen }) => outstandingFen)),
    surplusFen: sumFen(agreed.map(({ surplusFen }) => surplusFen)),
  }
}
