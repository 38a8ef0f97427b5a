import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { tokenInScan } from '#domain/code-token'
import { BadCode } from '../../features/scan-code/bad-code'
import type { Me } from '#contract/identity'
import type { Standing } from '../../features/household/not-yours'
import { ScannedHousehold } from '../../features/household/scanned-household'
import { useMe } from '../../features/identity/use-me'
import { Screen } from '../../features/reading/screen'
import { takeArrival } from '../../services/arrival'
import { goInstead, pathOfScan, paths } from '../../services/paths'
import { scannedIn } from '../../services/scene'

/** Where every scan lands. A code whose form is wrong gets its sentence here, without any request; a poster's is passed on. */
export default function CodePage() {
  const { params } = useRouter()
  const [scanned = ''] = useState(() => scannedIn(params) ?? takeArrival())
  const token = tokenInScan(scanned)
  const elsewhere = pathOfScan(scanned) !== paths.code(scanned)
  useDidShow(() => { if (elsewhere) goInstead(pathOfScan(scanned)) })
  const as = standingOf(useMe())
  return <Screen title="小康码">{token ? <ScannedHousehold token={token} as={as} /> : !elsewhere && <BadCode />}</Screen>
}

/** Who is signed in here; nothing while that is being found out. */
function standingOf({ data: me, isError }: { data: Me | undefined; isError: boolean }): Standing | undefined {
  if (me?.worker) return 'worker'
  if (me?.farmer) return 'farmer'
  if (me?.officer) return 'officer'
  return me || isError ? 'nobody' : undefined
}
