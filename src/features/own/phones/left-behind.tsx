import { View } from '@tarojs/components'
import type { OutputOf } from '#contract/call/action'
import type { identity } from '#contract/identity/actions'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { platforms } from './platforms'
import { useEndTrust, useUnbind } from './use-phones'

type Freed = OutputOf<typeof identity.unbind>

/** What the unbound phone had let in: the relatives it made see, and the phones it said yes for. Each is ended with one press. */
export const LeftBehind = ({ trusts, phones }: Pick<Freed, 'trusts' | 'phones'>) =>
  trusts.length + phones.length === 0 ? null : (
    <Card title="那部手机还办过这些">
      <Notice id="left-behind" kind="needs-you">
        手机解绑了，它办的这些还在。不是您办的，请一样样收回。
      </Notice>
      {trusts.map(({ id, name, relation, until }) => (
        <Line key={id} id={id} words={`让${name}（${relation}）看，到${sayDay(until, today())}`} end={useEndTrust} done="收回了" />
      ))}
      {phones.map(({ id, platform, boundOn }) => (
        <Line key={id} id={id} words={`${platforms[platform]}，${sayDay(boundOn, today())}绑定`} end={useUnbind} done="解绑了" />
      ))}
    </Card>
  )

interface Ending {
  mutate: (id: string) => void
  isPending: boolean
  isSuccess: boolean
  error: Error | null
}

function Line({ id, words, end: useEnd, done }: { id: string; words: string; end: () => Ending; done: string }) {
  const end = useEnd()
  return (
    <View className="choices">
      <View>{words}</View>
      {end.isSuccess ? (
        <Notice>{done}</Notice>
      ) : (
        <Button id={`end-${id}`} kind="second" busy={end.isPending && '正在收回…'} onPress={() => end.mutate(id)}>
          收回
        </Button>
      )}
      {end.error && <Notice kind="wrong">{`还没有收回。${end.error.message}`}</Notice>}
    </View>
  )
}
