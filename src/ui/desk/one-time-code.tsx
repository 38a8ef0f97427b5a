import { asCrockford } from '#domain/text/crockford'
import { groupInvitationCode } from '#domain/access/invitation-code'
import { sayMoment } from '../../services/wire/clock'
import { Press } from './press'

interface Props {
  id: string
  code: string
  until: string
  /** For whom, and what to tell them. */ words: string
  onDone: () => void
}

/** A code to be handed over face to face: large, with its end, and gone once it has been handed over. */
export const OneTimeCode = ({ id, code, until, words, onDone }: Props) => (
  <div className="one-time" role="status">
    <div>{words}</div>
    <div id={id} className="one-time__code">
      {groupInvitationCode(asCrockford(code))}
    </div>
    <div>{`有效到 ${sayMoment(Date.parse(until))}，只用一次。请当面交给本人，不要用微信、短信发。`}</div>
    <div className="form__end">
      <Press id={`${id}-done`} kind="main" onPress={onDone}>
        已经交给本人
      </Press>
    </div>
  </div>
)
