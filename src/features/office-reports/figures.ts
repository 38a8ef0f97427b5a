import type { ReportRow } from '#contract/report-desk'
import type { Day } from '#domain/dates'
import { reportOutcomeNames, reportOutcomes } from '#domain/reports'

export interface Figures { unopened: number; late: number; inHand: number; closed: number; outcomes: { name: string; count: number }[] }

/** What stands where, out of the rows themselves: what was destroyed is not among them. */
export function figuresOf(open: readonly ReportRow[], done: readonly ReportRow[], today: Day): Figures {
  const closed = done.filter(({ closedOn }) => closedOn?.slice(0, 4) === today.slice(0, 4))
  const outcomes = reportOutcomes.map((outcome) => ({ name: reportOutcomeNames[outcome], count: closed.filter((row) => row.outcome === outcome).length }))
  return {
    unopened: open.filter(({ state }) => state === 'new').length,
    late: open.filter(({ late }) => late).length,
    inHand: open.filter(({ state }) => state !== 'new').length,
    closed: closed.length,
    outcomes: outcomes.filter(({ count }) => count > 0),
  }
}
