import type { BatchFile } from '#contract/office/batches'
import { yuan, type Fen } from '#domain/money/money'
import { sayMoment } from '../../../../services/wire/clock'
import { sayBy } from '../batch-words'

type Line = Omit<BatchFile['history'][number], 'to'> & { amountFen?: Fen | undefined }

/** Who did what and when, and why, the newest first. */
export const History = ({ history }: { history: readonly Line[] }) => (
  <ol id="batch-history" className="batch__list">
    {[...history].reverse().map(({ at, name, by, words, amountFen }, i) => (
      <li key={history.length - i}>
        <span className="table__note">{sayMoment(Date.parse(at))}</span>
        {` ${sayBy(by)}：${name}${!amountFen ? '' : ` ${yuan(amountFen)} 元`}`}
        {words !== undefined && <p className="batch__said">{words}</p>}
      </li>
    ))}
  </ol>
)
