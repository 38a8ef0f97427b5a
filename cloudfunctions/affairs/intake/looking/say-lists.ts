import { fen, yuan } from '#domain/money/money'
import { sayPeriod } from '#domain/time/list-periods'
import { sayWhen } from '#domain/time/dates'
import type { RehearsedChange } from '#store/db/rehearsal/rehearsal'
import { awards, type Award } from '#store/money/awards'
import { medicalBills, type MedicalBill } from '#store/people/medical'
import { vitalEvents, type VitalEvent } from '#store/people/vital'
import type { Page, Pages } from './pages'

interface Both<T> {
  before: T | null
  after: T | null
}

/** What departments' lists say of people: what they are due, what they paid for treatment, what happened to them. */
const sayings: Record<string, (change: never) => { words: string; delta?: number } | undefined> = {
  [awards.name]: ({ before, after }: Both<Award>) => {
    const { called, period } = (after ?? before)!
    return sayAmount(`${sayPeriod(period)}${called}`, before?.amountFen, after?.amountFen)
  },
  [medicalBills.name]: ({ before, after }: Both<MedicalBill>) => {
    const { from, to } = (after ?? before)!
    const when = from === to ? sayWhen(from) : `${sayWhen(from)}至${sayWhen(to)}`
    const said = sayAmount(`${when}看病自付`, before?.selfPaidFen, after?.selfPaidFen)
    // What somebody paid is not what they get.
    return said && { words: said.words }
  },
  [vitalEvents.name]: ({ before, after }: Both<VitalEvent>) => {
    if (before && after && before.written === after.written && before.on === after.on) return undefined
    const { written, on } = (after ?? before)!
    return { words: after ? `名单说${sayWhen(on)}${written}，名册不会自己动，农户看不到` : `名单不再说${written}` }
  },
}

function sayAmount(what: string, before: number | undefined, after: number | undefined): { words: string; delta?: number } | undefined {
  if (before === after) return undefined
  if (after === undefined) return { words: `${what}的 ${yuan(fen(before!))} 元没有了`, delta: -before! }
  if (before === undefined) return { words: `${what} ${yuan(fen(after))} 元` }
  return { words: `${what}由 ${yuan(fen(before))} 元改为 ${yuan(fen(after))} 元`, delta: after - before }
}

/** The collections that this room has words for. */
export const listNames: readonly string[] = Object.keys(sayings)

/** Says on whose page a list's word would stand. */
export function sayLists(changes: RehearsedChange[], pages: Pages): void {
  for (const change of changes) {
    const said = sayings[change.collection]?.(change as never)
    const page: Page | undefined = said && pages.ofChange(change)
    if (!said || !page) continue
    page.delta += said.delta ?? 0
    pages.say(page, said.words)
  }
}
