import type { SuggestionRow } from '#contract/office/publishing'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'

/** What became of a suggestion: the words to the villager, and those that stand in public. */
export function Answered({ suggestion: { state, answer, answeredBy, answeredOn, published } }: { suggestion: SuggestionRow }) {
  if (answer === undefined) return null
  const by = [answeredBy, answeredOn && sayDay(answeredOn, today())].filter(Boolean).join(' ')
  return (
    <div className="suggestion__answer">
      <p>{answer}</p>
      <div className="table__note">{`${by} ${state === 'set-aside' ? '决定不办' : '答复'}${published ? '，也公开了' : ''}`}</div>
      {published && (
        <dl className="facts suggestion__public">
          <div>
            <dt>公开的问</dt>
            <dd>{published.question}</dd>
          </div>
          <div>
            <dt>公开的答</dt>
            <dd>{published.answer}</dd>
          </div>
        </dl>
      )}
    </div>
  )
}
