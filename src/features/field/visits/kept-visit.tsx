import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { go, goInstead, paths } from '../../../services/pages/paths'
import { useSendNow, useVisitsHere } from '../../../services/outbox/use-outbox'
import { isHeld } from '../../../services/outbox/entry'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'

/** It is on the phone; now it goes, if it can. */
export function Kept() {
  const { mutate, isPending, isError } = useSendNow()
  const waiting = (useVisitsHere().data ?? []).filter(isHeld).length
  useEffect(() => mutate(), [mutate])
  const words = isPending
    ? '正在传到县里…'
    : isError
      ? `现在传不了，封好的 ${waiting} 次走访都在这部手机里，有信号了再传。`
      : waiting > 0
        ? `传过了，还有 ${waiting} 次没有收下，请看是为什么。`
        : '已经传到县里。'
  return (
    <Card title="记下来了">
      <Notice id="visit-kept" kind={!isPending && waiting > 0 ? 'needs-you' : 'plain'}>
        {words}
      </Notice>
      <View className="choices below">
        <Button id="back-to-homes" onPress={() => goInstead(paths.homes)}>
          回到我的户
        </Button>
        {waiting > 0 && !isPending && (
          <Button id="see-outbox" kind="second" onPress={() => go(paths.outbox)}>
            看还没传的
          </Button>
        )}
      </View>
    </Card>
  )
}
