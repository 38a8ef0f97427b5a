import { View } from '@tarojs/components'
import { sayDay } from '#domain/time/dates'
import { isHeld, type Entry } from '../../../services/outbox/entry'
import { useForget, useSendNow, useToldCounty, useVisitsHere } from '../../../services/outbox/use-outbox'
import { go, paths } from '../../../services/pages/paths'
import { today } from '../../../services/wire/clock'
import { AskTwice } from '../../../ui/act/ask-twice'
import { Button } from '../../../ui/act/button'
import { Link } from '../../../ui/act/link'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { Status } from '../../../ui/read/status'
import { WhenReady } from '../../../ui/read/when-ready'
import { RoomLeft } from './room-left'

/** What waits on this phone, what the county did not take and why, and what has gone. */
export function OutboxList() {
  const told = useToldCounty()
  const query = useVisitsHere()
  const send = useSendNow()
  const forget = useForget()
  const missing = told.data?.missing ?? []
  return (
    <>
      {told.data?.warn && (
        <Notice id="outbox-old" kind="needs-you">
          有走访在手机里放了好几天。请到有信号的地方，点“现在传”。
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice id="outbox-missing" kind="needs-you">
          {`第 ${missing.join('、')} 次走访没有传到县里，这部手机里也没有了：删过，或者手机清过。要紧的请补记。`}
        </Notice>
      )}
      <RoomLeft />
      <WhenReady query={query}>
        {(entries) => (
          <Card title="在这部手机里的走访">
            {entries.length === 0 && <Empty>没有等着传的。没有信号时记的走访，会写在这里。</Empty>}
            {entries.map((entry) => (
              <OneVisit key={entry.id} entry={entry} />
            ))}
            <View className="choices below">
              {entries.some(({ state }) => state === 'waiting') && (
                <Button id="send-now" busy={send.isPending && '正在一个一个传…'} onPress={() => send.mutate()}>
                  现在传
                </Button>
              )}
              {send.error && <Notice id="send-trouble" kind="wrong">{`没有传完，没传的都还在。${send.error.message}`}</Notice>}
              {entries.some((entry) => !isHeld(entry)) && (
                <Button id="drop-sent" kind="quiet" busy={forget.isPending && '正在删…'} onPress={() => forget.mutate(undefined)}>
                  删掉传好的
                </Button>
              )}
            </View>
          </Card>
        )}
      </WhenReady>
    </>
  )
}

const states = {
  waiting: { kind: 'waiting', words: '等着传' },
  refused: { kind: 'needs-you', words: '县里没有收' },
  sent: { kind: 'done', words: '传好了' },
} as const

function OneVisit({ entry }: { entry: Entry }) {
  const forget = useForget()
  const { id, home, visit, state, words, photos } = entry
  return (
    <View className="work__line" id={`visit-${id}`}>
      <View>{`${home.who} · ${home.village}，${sayDay(visit.on, today())}${photos.length > 0 ? `，照片 ${photos.length} 张` : ''}`}</View>
      <Status kind={states[state].kind} words={states[state].words} />
      {state === 'refused' && <View className="row__note">{words}</View>}
      <Link id={`mend-${id}`} onPress={() => go(paths.visit(id, 'mend'))}>
        打开改一改
      </Link>
      {state === 'refused' && (
        <AskTwice
          id={`drop-${id}`}
          first="不传了，删掉"
          question="删掉以后找不回来，县里也没有这次走访。真的删掉吗？"
          second="删掉"
          busy={forget.isPending && '正在删…'}
          trouble={forget.error?.message}
          onSure={() => forget.mutate(entry)}
        />
      )}
    </View>
  )
}
