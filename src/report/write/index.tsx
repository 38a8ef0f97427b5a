import { useState } from 'react'
import { View } from '@tarojs/components'
import { Screen } from '../../features/reading/screen'
import { county } from '../../services/county'
import { loadSealing } from '../../services/sealing'

export default function Page() {
  const [said, say] = useState('')
  return <Screen title="小康码"><View id="x" onClick={() => { void loadSealing().then(({ newReceipt }) => say(newReceipt((n) => new Uint8Array(n)))) }}>{county.reports.phone}{said}</View></Screen>
}
