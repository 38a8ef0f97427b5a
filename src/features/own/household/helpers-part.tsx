import { View } from '@tarojs/components'
import type { Helper } from '#contract/household/actions'
import type { Day, Month } from '#domain/time/dates'
import { isDay, sayDay, sayMonth } from '#domain/time/dates'
import { roleNames } from '#domain/access/staff'
import { CallButton } from '../../../ui/act/call-button'
import { Link } from '../../../ui/act/link'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { saySaid } from './says'

interface Props {
  helpers: readonly Helper[]
  day: Day
  /** Opens who came, for whoever may say whether it was so. */
  onVisits: (() => void) | undefined
}

/** Who helps this household, when they last came, and their telephone. */
export const HelpersPart = ({ helpers, day, onVisits }: Props) => (
  <Card title="帮我家的人">
    {helpers.length === 0 && <Empty>还没有结对的干部和签约的医生。有了以后，这里能直接打电话。</Empty>}
    {helpers.map((helper) => (
      <View key={`${helper.role} ${helper.name}`} className="helper">
        <View className="helper__words">
          <View className="helper__name">{`${roleNames[helper.role]} ${helper.name}`}</View>
          <View className="helper__unit">{helper.post === undefined ? helper.unit : `${helper.unit} ${helper.post}`}</View>
          {helper.lastVisit !== undefined && <View className="helper__unit">{`上次来：${sayVisit(helper.lastVisit, day)}`}</View>}
          {helper.said && <View className="helper__unit">{saySaid(helper.said, '结对台账', day)}</View>}
        </View>
        {[helper.phone, ...(helper.otherPhones ?? [])].map(
          (phone) => phone !== undefined && <CallButton key={phone} phone={phone} whom={helper.name} />,
        )}
      </View>
    ))}
    {onVisits && (
      <Link id="visits" onPress={onVisits}>
        谁来看过我们
      </Link>
    )}
  </Card>
)

const sayVisit = (when: Day | Month, day: Day): string => (isDay(when) ? sayDay(when, day) : sayMonth(when, day))
