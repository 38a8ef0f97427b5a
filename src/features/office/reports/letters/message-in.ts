import type { ReportMessage } from '#domain/sealing/report'

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * What came out of a sealed letter, as a message. Anybody can seal anything to the office: nothing if it is not what our
 * programme writes.
 */
export function messageIn(opened: unknown): ReportMessage | undefined {
  if (typeof opened !== 'object' || opened === null) return undefined
  const { kind, category, subject, place, what, when, photos, answers } = opened as Record<string, unknown>
  if (!isText(what) || !Number.isInteger(photos)) return undefined
  if (kind === 'follow-up') return { kind, what, photos: photos as number }
  const whole =
    kind === 'report' &&
    isText(category) &&
    isText(subject) &&
    isText(place) &&
    isText(when) &&
    isText(answers) &&
    /^[0-9a-f]{64}$/.test(answers)
  return whole ? { kind, category, subject, place, what, when, photos: photos as number, answers } : undefined
}
