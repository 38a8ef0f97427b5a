import type { SuggestionRow } from '#contract/office/publishing'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Facts } from '../../../ui/desk/facts'

/** What became of a suggestion: the words to the villager, and those that stand in public. */
export function Answered({ suggestion: { state, answer, answeredBy, answeredOn, published } }: { suggestion: SuggestionRow }) {
  if (answer === undefined) return null
  const by = [answeredBy, answeredOn && sayDay(answeredOn, today())].filter(Boolean).join(' ')
  return (
    <div className="suggestion__answer">
      <p>{answer}</p>
      <div className="table__note">{`${by} ${state === 'set-aside' ? '决定不办' : '答复'}${published ? '，也公开了' : ''}`}</div>
      {published && (
        <Facts
          look="suggestion__public"
          facts={[
            ['公开的问', published.question],
            ['公开的答', published.answer],
          ]}
        />
      )}
    </div>
  )
}
