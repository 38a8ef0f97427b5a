import type { SchemeHistoryLine } from '#contract/office/schemes'
import { sayMoment } from '../../../services/wire/clock'
import { Heading } from '../../../ui/read/heading'
import { sayEvent } from './scheme-words'

/** Who did what and when, in their words, the newest first. */
export const SchemeHistory = ({ history }: { history: readonly SchemeHistoryLine[] }) => (
  <>
    <Heading level={3}>经过</Heading>
    <ol id="scheme-history" className="scheme__list">
      {[...history].reverse().map((line, i) => (
        <li key={history.length - i}>
          <span className="table__note">{sayMoment(Date.parse(line.at))}</span> {sayEvent(line)}
          {line.words !== undefined && <p className="scheme__said">{line.words}</p>}
        </li>
      ))}
    </ol>
  </>
)
