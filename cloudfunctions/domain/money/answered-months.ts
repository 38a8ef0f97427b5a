import { addMonths, monthOf, type Day, type Month } from '../time/dates'

/** A month's plans: how many rows, and the earliest day on which one says it was made. */
export interface PlanFacts {
  month: Month
  rows: number
  made: Day | null
}

/** A bank's receipt: the day of its batch, the month that it states itself, how many lines. */
export interface BatchFacts {
  _id: string
  day: Day
  stated: Month | null
  lines: number
}

/** A plan counts as answered when so much of it has been. */
const answeredShare = 0.5
/** Fewer lines than this share of a plan are a second try of what was refused. */
const retryShare = 0.3
/**
 * Up to this day of a month, money is rather last month's that slipped (National Day, New Year, a 31st that was a Sunday); from
 * the other on, next month's may be paid early.
 */
const slipsUntil = 10
const earlyFrom = 20

/**
 * Which months' plans the lines of each receipt may answer, the likeliest first: the month that the file states; else, batch after
 * batch in the order of their days, the plan that nothing has answered yet. It depends on the files only, never on which came first.
 */
export function monthsAnswered(plans: readonly PlanFacts[], batches: readonly BatchFacts[]): Map<string, Month[]> {
  const answered = new Map<Month, number>()
  const months = new Map<string, Month[]>()
  const inOrder = [...batches].sort((a, b) => a.day.localeCompare(b.day) || a._id.localeCompare(b._id))
  // What says itself which month it answers leaves only the others to be found out.
  for (const batch of inOrder) if (batch.stated) count(answered, batch.stated, batch.lines)
  for (const batch of inOrder) {
    const own = likeliest(plans, batch, answered)
    const list = batch.stated ? [batch.stated, ...own.filter((month) => month !== batch.stated)] : own
    months.set(batch._id, list)
    if (!batch.stated) count(answered, list[0]!, batch.lines)
  }
  return months
}

function likeliest(plans: readonly PlanFacts[], { day, lines }: BatchFacts, answered: ReadonlyMap<Month, number>): Month[] {
  const own = monthOf(day)
  const slipped = Number(day.slice(8)) <= slipsUntil
  const early = Number(day.slice(8)) >= earlyFrom
  const near = (slipped ? [-1, 0, -2] : [0, -1, -2, ...(early ? [1] : [])]).map((away) => addMonths(own, away))
  const known = near.flatMap((month) => plans.filter((plan) => plan.month === month && (plan.made === null || plan.made <= day)))
  const open = known.filter(({ month, rows }) => (answered.get(month) ?? 0) < rows * answeredShare)
  const done = known.filter((plan) => !open.includes(plan))
  const isRetry = done.length > 0 && lines < Math.max(...known.map(({ rows }) => rows)) * retryShare
  const byNearness = [...done].sort((a, b) => near.indexOf(a.month) - near.indexOf(b.month))
  const list = (isRetry ? [...byNearness, ...open] : [...open, ...byNearness]).map(({ month }) => month)
  return list.length > 0 ? [...new Set(list)] : [own]
}

const count = (counts: Map<Month, number>, month: Month, more: number): void => void counts.set(month, (counts.get(month) ?? 0) + more)

/** A line to be given its month. `key`: card and amount. */
export interface LineToPlace {
  _id: string
  key: string
}

/** What one month has for these lines: plan rows, and lines of other files that moved money, by key. */
export interface MonthRows {
  dues: ReadonlyMap<string, number>
  credited: ReadonlyMap<string, number>
}

/** Which of the lines find a plan row of that month that is still open for them, in their order. */
export function placeIn<Line extends LineToPlace>(lines: readonly Line[], { dues, credited }: MonthRows): { placed: Line[]; left: Line[] } {
  const own = new Map<string, number>()
  const placed: Line[] = []
  const left: Line[] = []
  for (const line of lines) {
    const used = (credited.get(line.key) ?? 0) + (own.get(line.key) ?? 0)
    if (used < (dues.get(line.key) ?? 0)) {
      placed.push(line)
      own.set(line.key, (own.get(line.key) ?? 0) + 1)
    } else left.push(line)
  }
  return { placed, left }
}
