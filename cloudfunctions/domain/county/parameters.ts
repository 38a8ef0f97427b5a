import type { County, Parameter } from './county'
import type { NormId } from './norms'
import type { RetentionKind } from './retention'
import type { Day } from '../time/dates'

/** The value of a dated parameter on a day; nothing before its first. Values stand in the order of their days. */
const valueOn = ({ values }: Parameter, day: Day): number | undefined => values.filter(({ from }) => from <= day).at(-1)?.value

/** A norm of the county pack on a day. @throws Error when the pack lacks it, which its checks prevent. */
export function normOn({ norms }: County, id: NormId, day: Day): number {
  const norm = norms.find((one) => one.id === id)
  const value = norm && (valueOn(norm, day) ?? norm.values[0]?.value)
  if (value === undefined) throw new Error(`The county pack has no norm ${id}`)
  return value
}

/** Days that a kind is kept, from the day its rule begins with. @throws Error when the pack lacks it, which its checks prevent. */
export function keptDays({ privacy }: County, kind: RetentionKind): number {
  const days = privacy.retention.find(({ id }) => id === kind)?.days
  if (typeof days !== 'number') throw new Error(`The county pack says no days for ${kind}`)
  return days
}

/** The day from which the county pack has a norm at all: what was before could not be held to it. */
export const normSince = ({ norms }: County, id: NormId): Day => norms.find((one) => one.id === id)!.values[0]!.from
