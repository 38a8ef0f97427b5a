import type { ReactNode } from 'react'
import { useState } from 'react'
import type { CodeToken } from '#domain/access/code-token'
import { groupToken } from '#domain/access/code-token'
import { sayMonth } from '#domain/time/dates'
import { today as dayNow } from '../../../services/wire/clock'
import { Press } from '../../../ui/desk/press'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { AllowProxy } from './allow-proxy'
import { CardHistory } from './card-history'
import { FindCard } from './find-card'
import { LayDown } from './lay-down'
import { BoundPhones, RegisteredPhone } from './phones'
import { PrintCard } from './print-card'
import { Proxies } from './proxies'
import { SignInCode } from './sign-in-code'
import { Stopped } from './stopped'
import { useCard } from './use-card'
import { Vouchings } from './vouchings'
import './counter.scss'

/** 窗口: what is done for somebody who stands at the counter with their card. Nothing of the household's file. */
export function Counter() {
  const [token, setToken] = useState<CodeToken>()
  return (
    <>
      <div className="room-top">
        <Heading level={1}>窗口</Heading>
        {token && (
          <Press id="card-next" onPress={() => setToken(undefined)}>
            办完了，下一位
          </Press>
        )}
      </div>
      {token ? <OnCounter key={token} token={token} onNext={setToken} /> : <Waiting onCard={setToken} />}
    </>
  )
}

/** Before somebody's card lies here: its number, or finding who has none with them; and what waits for a second person. */
const Waiting = ({ onCard }: { onCard: (token: CodeToken) => void }) => (
  <>
    <div className="sheets">
      <Part title="有卡">
        <LayDown onCard={onCard} />
      </Part>
      <Part title="没带卡、卡丢了">
        <FindCard onCard={onCard} />
      </Part>
    </div>
    <section className="sheet" aria-label="等第二个人核对">
      <Heading level={2}>等第二个人核对</Heading>
      <Vouchings />
    </section>
  </>
)

function OnCounter({ token, onNext }: { token: CodeToken; onNext: (token: CodeToken) => void }) {
  const query = useCard(token)
  const today = dayNow()
  return (
    <WhenReady query={query} words="正在认卡…">
      {(card) => (
        <>
          <div id="card-person" className="card-person">
            <Heading level={2}>{`${card.name} · ${card.place}`}</Heading>
            <div>{`${card.sex}，${sayMonth(card.bornIn, today)}出生。请和身份证上的姓名、照片对一对。`}</div>
            <div className="table__note">{groupToken(token)}</div>
            {card.stopped && <Stopped token={token} />}
          </div>
          <div className="sheets">
            <Part title="登录码">
              <SignInCode token={token} card={card} />
            </Part>
            <Part title="登记的手机号">
              <RegisteredPhone token={token} phone={card.phone} from={card.phoneFrom} />
            </Part>
            <Part title="绑定的手机">
              <BoundPhones token={token} phones={card.phones} today={today} />
            </Part>
            <Part title="卡片">
              <PrintCard token={token} onNext={onNext} />
              <CardHistory token={token} today={today} />
            </Part>
            <Part title="委托家人" wide>
              <Proxies token={token} proxies={card.proxies} today={today} />
              <Heading level={3}>按书面同意书新办一个</Heading>
              <AllowProxy token={token} today={today} latest={card.latestTrustEnd} />
            </Part>
          </div>
        </>
      )}
    </WhenReady>
  )
}

const Part = ({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) => (
  <section className={`sheet${wide ? ' sheet--whole' : ''}`} aria-label={title}>
    <Heading level={2}>{title}</Heading>
    {children}
  </section>
)
