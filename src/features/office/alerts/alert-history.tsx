import type { AlertHistoryLine } from '#contract/supervision/alerts'
import { sayMoment } from '../../../services/wire/clock'
import { sayEvent } from './alert-words'

/** Who did what and when, in their words, the newest first. */
export const AlertHistory = ({ history }: { history: readonly AlertHistoryLine[] }) => (
  <ol id="alert-history" className="alert__history">
    {[...history].reverse().map((line, i) => (
      <li key={history.length - i}>
        <span className="table__note">{sayMoment(Date.parse(line.at))}</span> {sayEvent(line)}
        {line.words !== undefined && <p className="alert__said">{line.words}</p>}
      </li>
    ))}
  </ol>
)
