import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { tokenInScan } from '#domain/code-token'
import { BadCode } from '../../features/scan-code/bad-code'
import { ScannedHousehold } from '../../features/household/scanned-household'
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
  return <Screen title="小康码">{token ? <ScannedHousehold token={token} /> : !elsewhere && <BadCode />}</Screen>
}
