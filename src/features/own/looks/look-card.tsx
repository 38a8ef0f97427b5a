import { View } from '@tarojs/components'
import type { Look } from '#contract/household/farmer'
import { sayMoment } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { Status } from '../../../ui/read/status'
import { Complaint } from './complaint'
import { detailsOf, sayKind } from './says'

/** One look: who, when, what happened, why, what was seen; and “这不对”, unless it was one's own. */
export const LookCard = ({ look }: { look: Look }) => (
  <Card>
    <Heading level={2}>{look.unit === look.role ? look.unit : `${look.unit} ${look.role}`}</Heading>
    <View className="payment__period">
      {[sayMoment(Date.parse(look.at)), look.n !== undefined && `第 ${look.n} 次`].filter(Boolean).join(' · ')}
    </View>
    {look.kind === 'emergency' || !look.granted ? (
      <Status kind={look.granted ? 'needs-you' : 'neither'} words={sayKind(look)} />
    ) : (
      <View>{sayKind(look)}</View>
    )}
    {detailsOf(look).map((line) => (
      <View key={line}>{line}</View>
    ))}
    {!look.own && <Complaint look={look} />}
  </Card>
)
