import type { ReportRow } from '#contract/supervision/reports'
import { reportStateNames } from '#domain/work/reports'
import { county } from '../../../services/built-in/county'
import type { StateKind } from '../../../ui/desk/state'

const { categories, subjects } = county.reports

/** Ids of the pack as people know them; what the pack does not know stays as it came. */
export const categoryName = (id: string): string => categories.find((one) => one.id === id)?.label ?? id
export const subjectName = (id: string): string => subjects.find((one) => one.id === id)?.label ?? id

/** Where a report stands, as a word and a shape; what is late is said so. */
export function stateOf({ state, late, spamSaidBy }: ReportRow): { kind: StateKind; words: string } {
  if (state === 'new' && spamSaidBy !== undefined) return { kind: 'needs-you', words: `${spamSaidBy}说不是举报，等第二个人看` }
  if (late) return { kind: 'needs-you', words: state === 'new' ? '过了受理的日子' : '过了答复的日子' }
  const kinds: Record<ReportRow['state'], StateKind> = {
    new: 'needs-you',
    accepted: 'waiting',
    transferred: 'waiting',
    closed: 'done',
    spam: 'ended',
  }
  return { kind: kinds[state], words: reportStateNames[state] }
}

/** A report's number as people say it: eight digits out of its id, which is random; two alike in one office are hardly to be met. */
export const shortNumber = (id: string): string => {
  const digits = String(parseInt(id.replace(/[^0-9a-f]/g, '').slice(0, 12) || '0', 16) % 1e8).padStart(8, '0')
  return `${digits.slice(0, 4)} ${digits.slice(4)}`
}

/** Late ones first, then by the day until which something is due, then by the day they came. */
export const inOrder = (rows: readonly ReportRow[]): ReportRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(b.late) - Number(a.late) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.receivedOn.localeCompare(b.receivedOn),
  )
