import { View } from '@tarojs/components'
import type { OwnVisit, OwnVisits as Visits } from '#contract/household/own-visits'
import type { Day } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { SpeakButton } from '../../../ui/act/speak-button'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Status } from '../../../ui/read/status'
import { SayOfVisit } from './say-of-visit'
import { sayHowFar, sayTold, sayWhatWas, sayWhoCame } from './says'

interface Props {
  visits: Visits
  proxyId: string | undefined
}

/** 谁来看过我们: each visit with what was talked of and how far it is; and one tap to say whether it was so. */
export function OwnVisits({ visits: { head, relation, today: asked, visits }, proxyId }: Props) {
  const now = today()
  const day = now > asked ? now : asked
  return (
    <>
      <View className="file-top">
        <Heading level={1}>{`谁来看过${head}一家`}</Heading>
        <View>有人没来过，或者写得不对，点一下就行。县里会查，不会让来的那个单位自己查。</View>
        {visits.length > 0 && <SpeakButton sentences={visits.slice(0, 3).flatMap((one) => [sayWhoCame(one, day), ...sayWhatWas(one)])} />}
      </View>
      {visits.length === 0 && (
        <Card>
          <Empty>还没有人来走访的记录。村里的网格员、帮扶干部、家庭医生来过以后，这里会写明哪天来的、谈了什么。</Empty>
        </Card>
      )}
      {visits.map((visit) => (
        <VisitCard key={visit.id} visit={visit} relation={relation} day={day} proxyId={proxyId} />
      ))}
    </>
  )
}

interface Shown {
  visit: OwnVisit
  relation: Visits['relation']
  day: Day
  proxyId: string | undefined
}

const VisitCard = ({ visit, relation, day, proxyId }: Shown) => (
  <Card>
    <Heading level={2}>{sayWhoCame(visit, day)}</Heading>
    <View className="payment__period">{visit.unit}</View>
    {sayWhatWas(visit).map((line) => (
      <View key={line}>{line}</View>
    ))}
    {visit.needs.map((need, i) => (
      <View key={i} className="below">
        <View>{need.words ?? `需求：${need.topic}`}</View>
        <Status kind={need.answer === undefined ? 'waiting' : need.met === false ? 'neither' : 'done'} words={sayHowFar(need, day)} />
      </View>
    ))}
    {visit.told && (
      <View className="below" role="status">
        <View>{sayTold(visit.told, relation, day)}</View>
        {visit.asked && <Status kind={visit.asked.answer === undefined ? 'waiting' : 'done'} words={sayHowFar(visit.asked, day)} />}
      </View>
    )}
    <SayOfVisit visit={visit} proxyId={proxyId} />
  </Card>
)
