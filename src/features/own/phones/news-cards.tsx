import { View } from '@tarojs/components'
import type { News } from '#contract/identity/actions'
import { sayMoment } from '../../../services/wire/clock'
import { AskTwice } from '../../../ui/act/ask-twice'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { platforms } from './platforms'
import { useNews, useStop, useVouch } from './use-phones'

/** What was just issued for somebody of the household, told before it counts: 是我, or 拦下. Nothing where there is none. */
export function NewsCards() {
  const { data } = useNews()
  return (
    <>
      {data?.news.map((one) => (
        <NewsCard key={one.id} one={one} />
      ))}
    </>
  )
}

function NewsCard({ one }: { one: News }) {
  const vouch = useVouch()
  const stop = useStop()
  const held = { kind: one.kind, id: one.id }
  const troubles = [vouch.error, stop.error].filter((error) => error !== null)
  return (
    <Card title={one.kind === 'phone' ? '有一部新手机' : '有人新得到您家的委托'}>
      <Notice id={`news-${one.id}`} kind="needs-you">
        {sayNews(one)}
      </Notice>
      <View className="choices">
        {troubles.map((error) => (
          <Notice key={error.message} kind="wrong">{`还没有办好。${error.message}`}</Notice>
        ))}
        {one.mine && one.by !== '' && (
          <Button id={`vouch-${one.id}`} busy={vouch.isPending && '正在办…'} onPress={() => vouch.mutate(held)}>
            是我办的，马上生效
          </Button>
        )}
        <AskTwice
          id={`stop-${one.id}`}
          first="不是我家办的，拦下"
          question="真的拦下吗？拦下以后就不能用了；要用得重新办。"
          second="拦下"
          busy={stop.isPending && '正在拦…'}
          trouble={undefined}
          onSure={() => stop.mutate(held)}
        />
      </View>
    </Card>
  )
}

/** 10月20日 10:00，南田镇人民政府 管理专员给陈**办了一部手机（微信）。 */
function sayNews({ kind, of, what, by, at, from }: News): string {
  const given = kind === 'phone' ? `绑了一部手机（${platforms[what as keyof typeof platforms] ?? what}）` : `让${what}看家里的情况`
  const who = by === '' ? `${of}在自己的手机上` : `${by}给${of}`
  return `${sayMoment(Date.parse(at))}，${who}${given}。${from === undefined ? '还在等第二个人核对，没有生效。' : `${sayMoment(Date.parse(from))}生效。`}`
}
