import { useRouter } from '@tarojs/taro'
import { readCodeToken } from '#domain/code-token'
import { IdentityPart } from '../../features/identity/identity-part'
import { Leave } from '../../features/identity/leave'
import { useMe } from '../../features/identity/use-me'
import { WhatIsKept } from '../../features/identity/what-is-kept'
import { ElderSwitch } from '../../features/reading/elder-switch'
import { Screen } from '../../features/reading/screen'
import { SizeSteps } from '../../features/reading/size-steps'
import { goAnew, paths } from '../../services/paths'
import { Card } from '../../ui/card'
import { WhenReady } from '../../ui/when-ready'

export default function MePage() {
  const { params } = useRouter()
  const me = useMe()
  const token = readCodeToken(params['token'] ?? '')
  const back = () => { if (token) goAnew(paths.code(token)) }
  return (
    <Screen title="我的">
      <WhenReady query={me}>{(who) => <IdentityPart me={who} onSignedIn={back} />}</WhenReady>
      <Card title="字的大小" aside={<ElderSwitch />}><SizeSteps /></Card>
      <WhatIsKept />
      {me.data?.signedIn === true && <Leave />}
    </Screen>
  )
}
