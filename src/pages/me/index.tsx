import { useRouter } from '@tarojs/taro'
import { readCodeToken } from '#domain/access/code-token'
import { IdentityPart } from '../../features/own/identity/identity-part'
import { Leave } from '../../features/own/identity/leave'
import { useMe } from '../../features/own/identity/use-me'
import { WhatIsKept } from '../../features/own/identity/what-is-kept'
import { ElderSwitch } from '../../features/public/reading/elder-switch'
import { Screen } from '../../features/public/reading/screen'
import { SizeSteps } from '../../features/public/reading/size-steps'
import { goAnew, paths } from '../../services/pages/paths'
import { Card } from '../../ui/read/card'
import { WhenReady } from '../../ui/read/when-ready'

export default function MePage() {
  const { params } = useRouter()
  const me = useMe()
  const token = readCodeToken(params['token'] ?? '')
  const back = () => {
    if (token) goAnew(paths.code(token))
  }
  return (
    <Screen title="我的">
      <WhenReady query={me}>{(who) => <IdentityPart me={who} onSignedIn={back} />}</WhenReady>
      <Card title="字的大小" aside={<ElderSwitch />}>
        <SizeSteps />
      </Card>
      <WhatIsKept />
      {me.data?.signedIn === true && <Leave />}
    </Screen>
  )
}
