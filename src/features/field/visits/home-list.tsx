import { View } from '@tarojs/components'
import type { Home } from '#contract/field/actions'
import { sayDay } from '#domain/time/dates'
import { isHeld } from '../../../services/outbox/entry'
import { useToldCounty, useVisitsHere } from '../../../services/outbox/use-outbox'
import { go, paths } from '../../../services/pages/paths'
import { today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Row } from '../../../ui/read/row'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { TakeAlong } from './take-along'
import { useHomes } from './use-homes'

/** Whose turn it is, the soonest first, with the reason and the day; and what has not gone yet. */
export function HomeList() {
  const query = useHomes()
  // While there is signal: keys for what will be written without.
  useToldCounty()
  const waiting = (useVisitsHere().data ?? []).filter(isHeld).length
  usePull(query)
  return (
    <>
      {waiting > 0 && (
        <Card>
          <Row id="see-outbox" note="封好在这部手机里，有信号就传" onPress={() => go(paths.outbox)}>
            {`还有 ${waiting} 次走访没传`}
          </Row>
        </Card>
      )}
      <WhenReady query={query}>
        {({ homes, more }) => (
          <Card title="我的户">
            {homes.length === 0 && <Empty>还没有分给您的户。请问镇里管名册的人。</Empty>}
            {homes.map((home) => (
              <Row key={home.id} id={`home-${home.id}`} note={whyNow(home)} onPress={() => go(paths.visit(home.id))}>
                {`${home.who} · ${home.village}`}
              </Row>
            ))}
            {more > 0 && <View className="row__note">{`还有 ${more} 户不急的没有列出来，扫他家的卡也能记。`}</View>}
          </Card>
        )}
      </WhenReady>
      <TakeAlong homes={query.data?.homes ?? []} role={query.data?.role} />
      <View className="footnote">也可以扫他家的卡，点“记一次走访”。</View>
    </>
  )
}

function whyNow({ due, lastOn }: Home): string {
  const last = lastOn === undefined ? '还没去过' : `上次 ${sayDay(lastOn, today())}`
  return due === undefined ? last : `${due.why}，${sayDay(due.on, today())}前${due.late ? '，已经过了' : ''}；${last}`
}
