import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '#contract/call/action'
import type { BoundPhone, identity } from '#contract/identity/actions'
import { sayDay } from '#domain/time/dates'
import { sayMoment, today } from '../../../services/wire/clock'
import { go, paths } from '../../../services/pages/paths'
import { AskTwice } from '../../../ui/act/ask-twice'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Link } from '../../../ui/act/link'
import { Status } from '../../../ui/read/status'
import { LeftBehind } from './left-behind'
import { platforms } from './platforms'
import { useUnbind } from './use-phones'

/** This one and the others; a lost one can be unbound from here, and then what it let in. */
export function PhoneList({ phones }: { phones: readonly BoundPhone[] }) {
  const [freed, setFreed] = useState<OutputOf<typeof identity.unbind>>()
  return (
    <>
      {freed && <LeftBehind trusts={freed.trusts} phones={freed.phones} />}
      {phones.length === 0 && (
        <Card>
          <Empty>还没有绑定的手机。扫自家的卡，选“我是本人或家人”，绑好的手机会列在这里。</Empty>
        </Card>
      )}
      {[...phones]
        .sort((a, b) => Number(b.thisOne) - Number(a.thisOne))
        .map((phone) => (
          <PhoneCard key={phone.id} phone={phone} name={nameOf(phone, phones)} onFreed={setFreed} />
        ))}
      <View className="footnote">有不认识的手机，请马上解绑，再到村便民服务中心说一声。</View>
    </>
  )
}

/** 浏览器, and where several are alike, which one in the order of their binding: 浏览器（第 2 部）. */
function nameOf(phone: BoundPhone, phones: readonly BoundPhone[]): string {
  const alike = phones
    .filter(({ platform }) => platform === phone.platform)
    .sort((a, b) => (a.boundOn < b.boundOn ? -1 : a.boundOn > b.boundOn ? 1 : a.id < b.id ? -1 : 1))
  return alike.length < 2 ? platforms[phone.platform] : `${platforms[phone.platform]}（第 ${alike.indexOf(phone) + 1} 部）`
}

function PhoneCard({
  phone,
  name,
  onFreed,
}: {
  phone: BoundPhone
  name: string
  onFreed: (freed: OutputOf<typeof identity.unbind>) => void
}) {
  const { id, boundOn, thisOne, by } = phone
  const unbind = useUnbind()
  const since = `${sayDay(boundOn, today())}绑定`
  const standing = sayStanding(phone)
  return (
    <Card>
      <Heading level={2}>{name}</Heading>
      <View>{by === undefined ? since : `${since}，由${by}核对`}</View>
      {standing !== undefined && <Status kind="waiting" words={standing} />}
      {thisOne ? (
        <>
          <Status kind="done" words="就是这一部" />
          <Link onPress={() => go(paths.me())}>要退出这一部，到“我的”</Link>
        </>
      ) : (
        <AskTwice
          id={`unbind-${id}`}
          first="解绑（比如手机丢了）"
          question={`真的解绑${since}的${name}吗？解绑后，那部手机看不到您家的情况；还想用，要重新绑定。`}
          second="解绑"
          busy={unbind.isPending && '正在解绑…'}
          trouble={unbind.error ? `还没有解绑。${unbind.error.message}` : undefined}
          onSure={() => unbind.mutate(id, { onSuccess: onFreed })}
        />
      )}
    </Card>
  )
}

/** What a phone that does not count yet waits for. */
function sayStanding({ state, reads, from }: BoundPhone): string | undefined {
  if (state === 'active') return undefined
  if (state === 'later') return `核对好了，${sayMoment(Date.parse(from!))}起${reads ? '全部能办' : '能用'}`
  return reads ? '能看；还差第二个人核对，才能让家人看、拿副本' : '还没生效，等第二个人核对'
}
