import { useState } from 'react'
import type { Proxy } from '#contract/household/farmer'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { AllowForm } from './allow-form'
import { AllowedCode } from './allowed-code'
import { ProxyCard } from './proxy-card'
import type { Allowed } from './use-proxies'

/** Who of the family may look; letting one more; the code for the one just allowed. */
export function Proxies({ proxies }: { proxies: readonly Proxy[] }) {
  const [adding, setAdding] = useState(false)
  const [allowed, setAllowed] = useState<Allowed>()
  const onAllowed = (one: Allowed) => {
    setAllowed(one)
    setAdding(false)
  }
  return (
    <>
      {allowed && <AllowedCode allowed={allowed} />}
      {adding ? (
        <AllowForm onAllowed={onAllowed} onNot={() => setAdding(false)} />
      ) : (
        <Card>
          <Button id="add-proxy" kind={allowed ? 'second' : 'main'} onPress={() => setAdding(true)}>
            {proxies.length === 0 ? '让一位家人看' : '再让一位家人看'}
          </Button>
        </Card>
      )}
      {proxies.length === 0 && !allowed && (
        <Card>
          <Empty>还没有让家人看。让儿女在自己的手机上看您家的钱和政策，随时可以收回。</Empty>
        </Card>
      )}
      {proxies.map((proxy) => (
        <ProxyCard key={proxy.id} proxy={proxy} />
      ))}
    </>
  )
}
