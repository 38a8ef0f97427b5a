import { View } from '@tarojs/components'
import type { Proxy } from '#contract/household/farmer'
import { sayDay } from '#domain/time/dates'
import { partNames } from '#domain/register/register'
import { sayMoment, today } from '../../../services/wire/clock'
import { AskTwice } from '../../../ui/act/ask-twice'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { Status } from '../../../ui/read/status'
import { useDisallow } from './use-proxies'

const states: Record<Proxy['state'], (until: string, from: string) => string> = {
  waiting: () => '等家人输入登录码',
  unchecked: () => '等窗口第二个人核对，核对好才看得到',
  later: (_, from) => `办好了，${from}起看得到`,
  active: (until) => `看得到，到${until}`,
  ended: (until) => `${until}已经到期，看不到了`,
  revoked: () => '已收回，看不到了',
}
const by: Record<Proxy['by'], string | undefined> = { self: undefined, office: '到村里办的', guardian: '监护人' }

/** One relative: what they may see, until when; and taking it back. */
export function ProxyCard({ proxy: { id, name, relation, parts, until, state, countsFrom, by: whose } }: { proxy: Proxy }) {
  const disallow = useDisallow()
  const words = states[state](sayDay(until, today()), countsFrom ? sayMoment(Date.parse(countsFrom)) : '')
  const live = state !== 'ended' && state !== 'revoked'
  return (
    <Card>
      <Heading level={2}>{[`${name}（${relation}）`, by[whose]].filter(Boolean).join(' · ')}</Heading>
      <View>{`能看：${parts.map((part) => partNames[part]).join('、')}`}</View>
      {live ? <Status kind={state === 'active' ? 'done' : 'waiting'} words={words} /> : <View>{words}</View>}
      {live && (
        <AskTwice
          id={`stop-${id}`}
          first="收回"
          question={`真的不让${name}再看吗？收回后，${relation}的手机上马上看不到。`}
          second="收回"
          busy={disallow.isPending && '正在收回…'}
          trouble={disallow.error ? `还没有收回。${disallow.error.message}` : undefined}
          onSure={() => disallow.mutate(id)}
        />
      )}
    </Card>
  )
}
