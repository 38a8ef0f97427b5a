import { View } from '@tarojs/components'
import type { OwnMoneyLine } from '#contract/household/own-money'
import { yuan } from '#domain/money/money'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { Notice } from '../../../../ui/read/notice'
import { Status } from '../../../../ui/read/status'
import { PaymentRow } from '../payment-row'
import { SayIt } from './say-it'
import { WhereFrom } from './where-from'

interface Props {
  line: OwnMoneyLine
  day: Day
  proxyId: string | undefined
  atHand: boolean
}

/** One line of 我的钱: where it stands and until when, what was said and answered, what can be said. Where to go is said once, on top. */
export const MoneyLine = ({ line, day, proxyId, atHand }: Props) => {
  const { expectedBy, waits, shortFen, asked } = line
  return (
    <PaymentRow line={line} day={day} as={proxyId === undefined ? 'own' : 'relative'}>
      {waits !== undefined && <View>{line.state === 'failed' ? `重发：${waits}` : waits}</View>}
      {shortFen !== undefined && <View className="say__late">{`按规则还差 ${yuan(shortFen)} 元`}</View>}
      {expectedBy !== undefined && (
        <View className={expectedBy < day ? 'say__late' : ''}>
          {expectedBy < day ? `最晚${sayDay(expectedBy, day)}就该到，过了还没到` : `最晚${sayDay(expectedBy, day)}到`}
        </View>
      )}
      {asked && (
        <View id={`asked-${line.id}`} className="below" role="status">
          {asked.answer === undefined ? (
            <Status kind="waiting" words={`已告诉${asked.to}${asked.dueOn === undefined ? '' : `，最晚${sayDay(asked.dueOn, day)}答复`}`} />
          ) : (
            <Notice>{`${asked.to}${asked.answeredOn === undefined ? '' : `${sayDay(asked.answeredOn, day)}`}答复：${asked.answer}`}</Notice>
          )}
        </View>
      )}
      <SayIt line={line} proxyId={proxyId} atHand={atHand} />
      <WhereFrom of={line} day={day} />
    </PaymentRow>
  )
}
