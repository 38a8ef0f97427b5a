import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnMoney } from '#contract/household/own-money'
import { Button } from '../../../../ui/act/button'
import { Link } from '../../../../ui/act/link'
import { Card } from '../../../../ui/read/card'
import { Notice } from '../../../../ui/read/notice'
import { Status } from '../../../../ui/read/status'
import { useArrivals } from './use-arrivals'

const platform = process.env.TARO_ENV === 'alipay' ? '支付宝' : '微信'

/**
 * Whether somebody wants to be told that money has come: asked once, in words, before the platform asks; afterwards how often they are
 * still told. A browser says that it cannot.
 */
export function ArrivalsCard({ arrivals }: { arrivals: NonNullable<OwnMoney['arrivals']> }) {
  const [open, setOpen] = useState(false)
  const { ask, stop, isPending, error, refused } = useArrivals()
  if (arrivals === 'elsewhere')
    return <View className="arrivals">到账提醒这里没有，微信或支付宝里打开小康码才有。钱到没到，随时可以在这里看。</View>
  const { template, left } = arrivals
  const troubles = refused ? `${platform}没有同意发消息。点错了可以再点一次，也可以到${platform}的设置里打开。` : error?.message
  const trouble = troubles && (
    <Notice id="arrivals-trouble" kind="wrong">
      {troubles}
    </Notice>
  )
  if (left === undefined || open)
    return (
      <Card title="钱到账了，要告诉您吗？">
        <View className="choices">
          <View className="choices__words">
            {`钱一到账，就在${platform}里给您发一条消息：“您有一笔钱到账了，点开看看”。消息里不写多少钱，也不写是什么钱。点一次，告诉一次。`}
          </View>
          <Button id="arrivals-yes" busy={isPending && '正在问…'} onPress={() => ask(template)}>
            要，告诉我
          </Button>
          <Button
            id="arrivals-no"
            kind="quiet"
            onPress={() => {
              setOpen(false)
              stop()
            }}
          >
            不用了
          </Button>
          {trouble}
        </View>
      </Card>
    )
  return (
    <View className="arrivals">
      {left > 0 && <Status kind="done" words={`钱到账时会告诉您，还能告诉 ${left} 次`} />}
      <Link id="arrivals-more" onPress={() => (left > 0 ? ask(template) : setOpen(true))}>
        {left > 0 ? '再加一次' : '钱到账时告诉我'}
      </Link>
      {left > 0 && (
        <Link id="arrivals-stop" onPress={stop}>
          不用告诉我了
        </Link>
      )}
      {trouble}
    </View>
  )
}
