import { View } from '@tarojs/components'
import type { VisitedHome } from '#contract/field/actions'
import { sayDay } from '#domain/time/dates'
import { go, paths } from '../../../services/pages/paths'
import { today } from '../../../services/wire/clock'
import { CallButton } from '../../../ui/act/call-button'
import { Card } from '../../../ui/read/card'
import { Row } from '../../../ui/read/row'

/** Whom to ask for, whom to call before going, what they need, who was there. No number, no card, no money. */
export const HomeKnown = ({ home: { id: homeId, head, village, members, phones, needs, visits, due } }: { home: VisitedHome }) => (
  <>
    <Card title={`${village}：${head}一家`}>
      {due && <View className="work__line">{`${due.why}，${sayDay(due.on, today())}前${due.late ? '，已经过了' : ''}`}</View>}
      {members.map(({ name, relation, age }, i) => (
        <View key={i} className="work__line work__line--two">
          <View>{`${name} ${age} 岁`}</View>
          <View className="row__note">{relation}</View>
        </View>
      ))}
      {phones.length > 0 ? (
        <CallButton id="call-home" phone={phones[0]!} whom={`${head}一家`} />
      ) : (
        <View className="row__note">没有登记电话。</View>
      )}
      <Row id="see-plan" note="难在哪里、做什么、做到哪一步" onPress={() => go(paths.plan(homeId))}>
        帮扶计划
      </Row>
    </Card>
    {(needs.length > 0 || visits.length > 0) && (
      <Card title="上次说的">
        {needs.map(({ topic, words, to, answer }, i) => (
          <View key={`need-${i}`} className="work__line">
            <View>{`${topic}：${words}`}</View>
            <View className="row__note">{answer === undefined ? `${to}在办` : `${to}答复：${answer}`}</View>
          </View>
        ))}
        {visits.map(({ id, on, unit, who, talked }) => (
          <View key={id} className="work__line">
            <View>{`${sayDay(on, today())} ${who}（${unit}）`}</View>
            {talked !== '' && <View className="row__note">{talked}</View>}
          </View>
        ))}
      </Card>
    )}
  </>
)
