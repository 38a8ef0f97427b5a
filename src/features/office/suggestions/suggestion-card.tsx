import type { SuggestionRow } from '#contract/office/publishing'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { today as dayNow } from '../../../services/wire/clock'
import type { Fact } from '../../../ui/desk/facts'
import { Facts } from '../../../ui/desk/facts'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { useKept } from '../../../ui/desk/use-kept'
import { Answer } from './answer'
import { Answered } from './answered'
import { Assign } from './assign'
import { SetAside } from './set-aside'
import { stateOf } from './suggestion-words'

type Doing = '' | 'assign' | 'set-aside' | 'answer'
interface Props {
  suggestion: SuggestionRow
  agencies: readonly { id: string; name: string }[]
  /** What was done, in words. */ onDone: (words: string) => void
}

/** One suggestion in the villager's words, until when something is promised, and what may be done with it. */
export function SuggestionCard({ suggestion, agencies, onDone }: Props) {
  const { id, words, note, state, can } = suggestion
  const [doing, setDoing] = useKept<Doing>(`suggestion ${id}`, '')
  const start = (what: Doing) => () => setDoing(() => what)
  const close = start('')
  const done = (said: string) => {
    close()
    onDone(said)
  }
  return (
    <section id={`suggestion-${id}`} className="sheet" aria-label={`意见：${words.slice(0, 20)}`}>
      <div className="suggestion__top">
        <State {...stateOf(suggestion)} />
        <Facts look="facts--line" facts={factsOf(suggestion, dayNow())} />
      </div>
      <p className="suggestion__words">{words}</p>
      {note !== undefined && <p className="suggestion__note">{`交办时说：${note}`}</p>}
      <Answered suggestion={suggestion} />
      {doing === '' && (can.answer || can.assign) && (
        <div className="form__end">
          {can.answer && (
            <Press id={`suggestion-answer-open-${id}`} onPress={start('answer')}>
              写答复
            </Press>
          )}
          {can.assign && (
            <Press id={`suggestion-assign-open-${id}`} onPress={start('assign')}>
              {state === 'received' ? '交给单位办' : '改交别的单位'}
            </Press>
          )}
          {can.assign && (
            <Press id={`suggestion-aside-open-${id}`} kind="quiet" onPress={start('set-aside')}>
              不办
            </Press>
          )}
        </div>
      )}
      {doing === 'assign' && can.assign && <Assign id={id} agencies={agencies} onDone={done} onClose={close} />}
      {doing === 'set-aside' && can.assign && <SetAside id={id} onDone={done} onClose={close} />}
      {doing === 'answer' && can.answer && <Answer suggestion={suggestion} onDone={done} onClose={close} />}
    </section>
  )
}

function factsOf({ state, receivedOn, dueOn, place, agency, contact }: SuggestionRow, today: Day): Fact[] {
  return [
    ['收到', sayDay(receivedOn, today)],
    ['交办期限', state === 'received' && dueOn !== undefined ? sayDay(dueOn, today) : undefined],
    ['答复期限', state === 'assigned' && dueOn !== undefined ? sayDay(dueOn, today) : undefined],
    ['地方', place ?? '没有写'],
    ['谁办', agency],
    ['联系', contact],
  ]
}
