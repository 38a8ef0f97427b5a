import { View } from '@tarojs/components'
import type { Me } from '#contract/identity/actions'
import { sayMoment } from '../../../services/wire/clock'
import { BigCode } from '../../../ui/read/big-code'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'

type Waiting = NonNullable<Me['waiting']>[number]

/** What this phone was given and that somebody else has to check: the digits for them, or from when it counts. */
export const WaitingCards = ({ waiting = [] }: { waiting: Me['waiting'] }) => (
  <>
    {waiting.map((one, i) => (
      <WaitingCard key={i} waiting={one} />
    ))}
  </>
)

const WaitingCard = ({ waiting: { kind, of, reads, code, from } }: { waiting: Waiting }) => (
  <Card title={kind === 'phone' ? `${of}的手机` : `看${of}家`}>
    {code !== undefined && <BigCode id="waiting-code" groups={[code.slice(0, 3), code.slice(3)]} />}
    <View className="choices">
      {from !== undefined && (
        <Notice
          id="waiting-from"
          kind="needs-you"
        >{`办好了，${sayMoment(Date.parse(from))}起能看。隔这一会儿，是让${of}家里早先绑的手机先知道。`}</Notice>
      )}
      {code !== undefined && <View className="choices__words">{sayNext(kind, reads, from)}</View>}
    </View>
  </Card>
)

/** Whom to show the digits to, and what for. */
function sayNext(kind: Waiting['kind'], reads: boolean, from: string | undefined): string {
  if (from !== undefined) return '想马上就能看，请和本人一起到村便民服务中心，把这 6 个数字给窗口看。'
  if (reads) return '现在能看。要让家人看、拿走副本，还差第二个人核对：把这 6 个数字报给村便民服务中心，或者用以前绑的手机点“是我”。'
  return kind === 'phone'
    ? '请把这 6 个数字给窗口的另一位同事看，他核对了才算办好。以前绑过手机的，在那部手机上点“是我”也行。'
    : '请把这 6 个数字给窗口的另一位同事看，他核对了才算办好。'
}
