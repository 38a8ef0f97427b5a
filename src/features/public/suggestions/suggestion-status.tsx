import { View } from '@tarojs/components'
import type { SuggestionStatus as Found } from '#contract/bulletin/actions'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import type { AnswerState } from '#domain/work/suggestions'
import { answerStateNames } from '#domain/work/suggestions'
import { today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import type { StatusKind } from '../../../ui/read/status'
import { Status } from '../../../ui/read/status'

const kinds: Record<AnswerState, StatusKind> = { received: 'waiting', assigned: 'waiting', answered: 'done', 'set-aside': 'needs-you' }

/** What `dueOn` promises, while something is still to come. */
const nextStep: Partial<Record<AnswerState, string>> = { received: '转给管这件事的单位', assigned: '给答复' }

/** Where a suggestion stands, until when the next step is promised, and the answer. */
export function SuggestionStatus({ found: { state, receivedOn, dueOn, agency, answer, answeredOn, isPublic } }: { found: Found }) {
  const day = (of: Day) => sayDay(of, today())
  const late = dueOn !== undefined && dueOn < today()
  const next = dueOn !== undefined && nextStep[state]
  const promised = next ? `${day(dueOn)} ${next}` : undefined
  return (
    <Card title="您的意见">
      <View id="suggestion-state" role="status">
        <Status kind={kinds[state]} words={answerStateNames[state]} />
      </View>
      <View className="below">
        {`${day(receivedOn)}收到`}
        {state === 'assigned' && agency !== undefined && `，交给${agency}办`}
      </View>
      {promised !== undefined && <View>{late ? `说好 ${promised}，已经过了。可以打电话催。` : `最迟 ${promised}`}</View>}
      {answer !== undefined && (
        <View className="below">
          <Notice id="suggestion-answer">{`${agency ?? ''}${answeredOn === undefined ? '' : day(answeredOn)}答复：${answer}`}</Notice>
        </View>
      )}
      {isPublic && <View className="row__note">答复也登在“意见”里给大家看，不写是谁提的。</View>}
    </Card>
  )
}
