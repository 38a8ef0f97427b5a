import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { tokenInScan } from '#domain/code-token'
import { BadCode } from '../../features/scan-code/bad-code'
import { ScannedHousehold } from '../../features/household/scanned-household'
import { Screen } from '../../features/reading/screen'
import { takeArrival } from '../../services/arrival'
import { scannedIn } from '../../services/scene'

/** Where every scan lands. A code whose form is wrong gets its sentence here, without any request. */
export default function CodePage() {
  const { params } = useRouter()
  const [scanned] = useState(() => scannedIn(params) ?? takeArrival())
  const token = scanned === undefined ? undefined : tokenInScan(scanned)
  return <Screen title="小康码">{token ? <ScannedHousehold token={token} /> : <BadCode />}</Screen>
}
