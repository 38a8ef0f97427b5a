import type { ReportOffice } from '#domain/county/report-rules'
import { county } from '../../../services/built-in/county'
import type { Letters } from './letters/read-letters'
import { isOpen } from './letters/read-letters'

/**
 * `own`: it speaks of this very office. `other`: whom it is about belongs to another office. `to` is where it should go, if the
 * pack has such an office.
 */
export interface Conflict {
  kind: 'own' | 'other'
  to?: ReportOffice
}

const { offices, subjects, categories } = county.reports
const level = (office: ReportOffice): number => offices.indexOf(office)
const names = (office: ReportOffice, words: readonly string[]): boolean =>
  [office.name, ...office.names].some((name) => words.some((text) => text.includes(name)))

/** Whether this office should not handle a report, as far as it has been opened. Offices stand in the pack from below upwards. */
export function conflictOf({ all, first }: Letters, officeId: string): Conflict | undefined {
  const here = offices.find(({ id }) => id === officeId)
  const messages = all.filter(isOpen).map(({ message }) => message)
  if (!here || !first) return undefined
  const words = messages.flatMap((message) => (message.kind === 'report' ? [message.what, message.place] : [message.what]))
  const wanted = categories.find(({ id }) => id === first.category)?.office ?? subjects.find(({ id }) => id === first.subject)?.office
  const usual = offices.find(({ id }) => id === wanted)
  if (names(here, words)) {
    const to = usual && level(usual) > level(here) ? usual : offices[level(here) + 1]
    return { kind: 'own', ...(to && { to }) }
  }
  if (!usual || usual === here) return undefined
  // It is here because it speaks of the office that it would otherwise belong to.
  const cameUp = level(usual) < level(here) && names(usual, words)
  return cameUp ? undefined : { kind: 'other', to: usual }
}
