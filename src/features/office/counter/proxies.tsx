import type { CounterCard } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { partNames } from '#domain/register/register'
import { sayTrouble } from '../../../services/desk/office-call'
import type { StateKind } from '../../../ui/desk/state'
import { State } from '../../../ui/desk/state'
import { Sure } from '../../../ui/desk/sure'
import { Empty } from '../../../ui/read/empty'
import { useEndProxy } from './use-card'

type Proxy = CounterCard['proxies'][number]

const states: Record<Proxy['state'], { kind: StateKind; words: string }> = {
  waiting: { kind: 'waiting', words: '等家人输入一次性码' },
  unchecked: { kind: 'needs-you', words: '等第二个人核对' },
  later: { kind: 'waiting', words: '核对好了，还没生效' },
  active: { kind: 'done', words: '看得到' },
  ended: { kind: 'ended', words: '已到期' },
  revoked: { kind: 'ended', words: '已收回' },
}
const by: Record<Proxy['by'], string> = { self: '本人办的', office: '窗口办的', guardian: '监护人' }

/** Relatives who may see parts of the file. */
export function Proxies({ token, proxies, today }: { token: CodeToken; proxies: readonly Proxy[]; today: Day }) {
  const end = useEndProxy(token)
  if (proxies.length === 0) return <Empty>没有委托家人。本人写了书面同意书，可以在下面办。</Empty>
  return (
    <>
      {proxies.map((proxy) => (
        <div key={proxy.id} className="line">
          <div>
            <div>{`${proxy.name}（${proxy.relation}） · ${by[proxy.by]} · ${proxy.parts.map((part) => partNames[part]).join('、')} · ${sayDay(proxy.from, today)}到${sayDay(proxy.until, today)}`}</div>
            <State {...states[proxy.state]} />
          </div>
          {proxy.state !== 'ended' && proxy.state !== 'revoked' && (
            <Sure
              id={`proxy-end-${proxy.id}`}
              first="收回"
              name={`收回给${proxy.name}的委托`}
              question={`收回后，${proxy.name}马上看不到。`}
              second="收回"
              busy={end.isPending && '正在收回…'}
              trouble={sayTrouble(end.error)}
              onSure={() => end.mutate(proxy.id)}
            />
          )}
        </div>
      ))}
    </>
  )
}
