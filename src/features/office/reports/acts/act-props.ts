import type { ReportAct } from '#domain/work/reports'
import type { Pen } from '../letters/pen'
import type { Letters } from '../letters/read-letters'

/** What is being written; '' while nothing is. */
export type Doing = Exclude<ReportAct, 'spam'> | ''

/** What every form of an act on a report is given. */
export interface ActProps {
  id: string
  pen: Pen
  letters: Letters
  /** The kind that the reporter chose. */
  about: string
  /** The office that it should go to, if it should. */
  passTo: string | undefined
  /** What was done, in words; `onGone` when the report is no longer here. */
  onDone: (words: string) => void
  onGone: (words: string) => void
  onClose: () => void
}
