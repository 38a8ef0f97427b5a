import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { BadCode } from '../../features/public/scan-code/bad-code'
import { Screen } from '../../features/public/reading/screen'
import { takeArrival } from '../../services/scan/arrival'
import { goInstead, pathOfScan, paths } from '../../services/pages/paths'
import { scannedIn } from '../../services/scan/scene'
import { Waiting } from '../../ui/read/waiting'

/**
 * Where every scan lands: a card's goes on to its file, a poster's to its place. A code whose form is wrong gets its sentence
 * here, without any request.
 */
export default function CodePage() {
  const { params } = useRouter()
  const [onward] = useState(() => onwardOf(scannedIn(params) ?? takeArrival() ?? ''))
  useDidShow(() => {
    if (onward !== undefined) goInstead(onward)
  })
  return <Screen title="小康码">{onward === undefined ? <BadCode /> : <Waiting />}</Screen>
}

function onwardOf(scanned: string): string | undefined {
  const path = pathOfScan(scanned)
  return path === paths.code(scanned) ? undefined : path
}
