import type { County, Parameter } from '../county/county'
import type { IncomeLine } from '../county/incomes'
import type { Day } from '../time/dates'
import type { CountedIncome } from './income'
import { fen, type Fen } from './money'

/** Of one person, a month or a year: by which months an income of twelve is told. */
export type Per = 'month' | 'year'
const timesAYear = { month: 12, year: 1 } as const

/** The units of the pack's numbers that an income can be held against. */
export const lineUnits: Record<string, Per> = { '元/人·月': 'month', '元/人·年': 'year' }

/** What a line is on a day, for one person. */
export interface LineOn {
  name: string
  per: Per
  limitFen: Fen
  /** The limit in hundredths of a 分, so that a share of it (1.5 倍) loses nothing. */
  limitCents: number
  since: Day
  source: string
  unverified: boolean
}

/** How an income stands to a line. Amounts in 分 for one person, a month or a year as the line is. */
export interface Standing {
  line: IncomeLine
  /** Absent where the pack says nothing for this day. */
  on?: LineOn
  /** Absent too while the income is not known. */
  own?: { perPersonFen: Fen; standing: 'below' | 'at' | 'above'; gapFen: Fen; within: boolean }
}

/** The line on a day; nothing before its first number. */
function lineOn({ lines }: Pick<County, 'lines'>, line: IncomeLine, day: Day): LineOn | undefined {
  const of = lines.find(({ id }) => id === line.of)
  const value = of && valueAt(of, day)
  const per = of && lineUnits[of.unit]
  if (!value || !per) return undefined
  const limitCents = Math.round(value.value * 100) * (line.percent ?? 100)
  return {
    ...{ name: line.name, per, limitCents, limitFen: fen(Math.floor(limitCents / 100)) },
    ...{ since: value.from, source: value.source, unverified: !!(value.unverified || line.unverified) },
  }
}
const valueAt = ({ values }: Parameter, day: Day) => values.filter(({ from }) => from <= day).at(-1)

/**
 * How an income stands to a line on a day. Whether it is below is decided over the whole household and twelve months, in whole numbers; for
 * one person it is told in whole 分, rounded down, so that one below lacks at least one.
 */
export function standTo(county: Pick<County, 'lines'>, line: IncomeLine, { total }: CountedIncome, day: Day): Standing {
  const on = lineOn(county, line, day)
  if (!on || !total) return { line, ...(on && { on }) }
  const shares = total.people * timesAYear[on.per]
  const lacking = on.limitCents * shares - total.incomeFen * 100
  const gapFen = fen(lacking > 0 ? Math.ceil(lacking / (shares * 100)) : Math.floor(-lacking / (shares * 100)))
  const standing = lacking > 0 ? 'below' : lacking === 0 ? 'at' : 'above'
  const own = { perPersonFen: fen(Math.floor(total.incomeFen / shares)), standing, gapFen } as const
  return { line, on, own: { ...own, within: lacking > 0 || (lacking === 0 && !!line.orEqual) } }
}

/**
 * The household's grant a month: (standard − income of each a month) × people covered, in 分, rounded up; 0 from the line on. Nothing while
 * the income is not known. Source of the formula: 《社会救助暂行办法》第十二条, “按照共同生活的家庭成员人均收入低于当地最低生活保障标准的差额”.
 */
export function monthlyGrant(on: LineOn | undefined, { total }: CountedIncome): Fen | undefined {
  if (!on || !total) return undefined
  const shares = total.people * 12
  const limitAYear = on.limitCents * (on.per === 'month' ? 12 : 1) * total.people
  const lacking = limitAYear - total.incomeFen * 100
  return fen(lacking <= 0 ? 0 : Math.ceil((lacking * total.covered) / (shares * 100)))
}
