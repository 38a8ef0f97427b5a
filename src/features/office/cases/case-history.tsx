import type { CaseHistoryLine } from '#contract/office/cases'
import { sayMoment } from '../../../services/wire/clock'
import { sayEvent } from './case-words'

/** Who did what and when, in their words, the newest first. */
export const CaseHistory = ({ history }: { history: readonly CaseHistoryLine[] }) => (
  <ol id="case-history" className="case__list">
    {[...history].reverse().map((line, i) => (
      <li key={history.length - i}>
        <span className="table__note">{sayMoment(Date.parse(line.at))}</span> {sayEvent(line)}
        {line.words !== undefined && <p className="case__said">{line.words}</p>}
      </li>
    ))}
  </ol>
)
