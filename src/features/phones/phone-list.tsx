import { View } from '@tarojs/components'
import type { BoundPhone } from '#contract/identity'
import { sayDay } from '#domain/dates'
import { today } from '../../services/clock'
import { go, paths } from '../../services/paths'
import { AskTwice } from '../../ui/ask-twice'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Link } from '../../ui/link'
import { Status } from '../../ui/status'
import { useUnbind } from './use-phones'

const platforms: Record<BoundPhone['platform'], string> = { wechat: '微信', alipay: '支付宝', h5: '浏览器' }

/** This one and the others; a lost one can be unbound from here. */
export const PhoneList = ({ phones }: { phones: readonly BoundPhone[] }) => (
  <>
    {phones.length === 0 && <Card><Empty>还没有绑定的手机。扫自家的卡，选“我是本人或家人”，绑好的手机会列在这里。</Empty></Card>}
    {[...phones].sort((a, b) => Number(b.thisOne) - Number(a.thisOne)).map((phone) => <PhoneCard key={phone.id} phone={phone} />)}
    <View className="footnote">有不认识的手机，请马上解绑，再到村便民服务中心说一声。</View>
  </>
)

function PhoneCard({ phone: { id, platform, boundOn, thisOne } }: { phone: BoundPhone }) {
  const unbind = useUnbind()
  const since = `${sayDay(boundOn, today())}绑定`
  return (
    <Card>
      <Heading level={2}>{platforms[platform]}</Heading>
      <View>{since}</View>
      {thisOne ? (
        <>
          <Status kind="done" words="就是这一部" />
          <Link onPress={() => go(paths.me())}>要退出这一部，到“我的”</Link>
        </>
      ) : (
        <AskTwice
          id={`unbind-${id}`}
          first="解绑（比如手机丢了）"
          question={`真的解绑${since}的${platforms[platform]}吗？解绑后，那部手机看不到您家的情况；还想用，要重新绑定。`}
          second="解绑"
          busy={unbind.isPending && '正在解绑…'}
          trouble={unbind.error ? `还没有解绑。${unbind.error.message}` : undefined}
          onSure={() => unbind.mutate(id)}
        />
      )}
    </Card>
  )
}
