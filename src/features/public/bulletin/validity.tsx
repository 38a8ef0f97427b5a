import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Status } from '../../../ui/read/status'

/** True when the last day on which an article holds is over. */
export const isOver = (validUntil: Day | undefined): boolean => validUntil !== undefined && validUntil < today()

/** 有效到 2027年12月31日, or 已过期, as a word and a shape; nothing for what has no end. */
export function Validity({ until }: { until: Day | undefined }) {
  if (until === undefined) return null
  const day = sayDay(until, today())
  return isOver(until) ? <Status kind="needs-you" words={`已过期（${day}为止）`} /> : <Status kind="done" words={`有效到 ${day}`} />
}
