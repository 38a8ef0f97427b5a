import { useRouter } from '@tarojs/taro'
import type { StrangerPage } from '#contract/household/actions'
import type { Me } from '#contract/identity/actions'
import type { CodeToken } from '#domain/access/code-token'
import { readCodeToken } from '#domain/access/code-token'
import type { Standing } from '../../features/own/household/not-yours'
import { ScannedHousehold } from '../../features/own/household/scanned-household'
import { StrangeCode } from '../../features/own/household/strange-code'
import { useMe } from '../../features/own/identity/use-me'
import { Screen } from '../../features/public/reading/screen'
import { BadCode } from '../../features/public/scan-code/bad-code'
import '../household.scss'

/** What lies behind a card of ours, for whoever scanned it. */
export default function FilePage() {
  const token = readCodeToken(useRouter().params['token'] ?? '')
  return (
    <Screen title="小康码">
      {token ? <ScannedHousehold token={token} strange={(page) => <Strange page={page} token={token} />} /> : <BadCode />}
    </Screen>
  )
}

/** Only now is it asked who is signed in: an own card costs one request and no more. */
const Strange = ({ page, token }: { page: StrangerPage; token: CodeToken }) => (
  <StrangeCode as={standingOf(useMe())} page={page} token={token} />
)

/** Who is signed in here; nothing while that is being found out. */
function standingOf({ data: me, isError }: { data: Me | undefined; isError: boolean }): Standing | undefined {
  if (me?.worker) return 'worker'
  if (me?.farmer) return 'farmer'
  if (me?.officer) return 'officer'
  return me || isError ? 'nobody' : undefined
}
