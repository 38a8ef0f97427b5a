import { View } from '@tarojs/components'
import type { FarmerRequest } from '#contract/household/farmer'
import { sayDay } from '#domain/time/dates'
import { requestKindNames } from '#domain/work/requests'
import { sayMoment, today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { Status } from '../../../ui/read/status'

/** What was asked for, where it lies, and the answer. */
export const RequestList = ({ requests }: { requests: readonly FarmerRequest[] }) => (
  <>
    {requests.length === 0 && (
      <Card>
        <Empty>还没有更正和投诉。送出去以后，这里会写明送到了哪个单位，答复也写在这里。</Empty>
      </Card>
    )}
    {requests.map(({ id, kind, about, words, at, to, dueOn, answer, answeredAt, met }) => (
      <Card key={id}>
        <Heading level={2}>{`${requestKindNames[kind]}：${about}`}</Heading>
        <View className="payment__period">{sayMoment(Date.parse(at))}</View>
        <View>{`您说：${words}`}</View>
        {answer === undefined ? (
          <View className="below">
            <Status kind="waiting" words={dueOn === undefined ? `已送到 ${to}，等答复` : `已送到 ${to}，${sayDay(dueOn, today())}前答复`} />
          </View>
        ) : (
          <View className="below">
            <Status
              kind="done"
              words={`${answeredAt === undefined ? '' : `${sayMoment(Date.parse(answeredAt))} `}${met === undefined ? '已答复' : met ? '说办好了' : '说办不了'}`}
            />
            <View className="below">
              <Notice>{`${to}：${answer}`}</Notice>
            </View>
          </View>
        )}
      </Card>
    ))}
  </>
)
