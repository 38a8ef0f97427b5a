import { View } from '@tarojs/components'
import type { Look } from '#contract/household/farmer'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { Status } from '../../../ui/read/status'
import { OlderButton } from './older-button'
import { sayScans } from './says'
import type { ShownLooks } from './use-looks'

/** Scans of the card by whoever may not see the file, a line for each day. One's own before signing in is among them: nobody can tell. */
export const StrangerScans = ({ scans, looks }: { scans: readonly Look[]; looks: ShownLooks }) => (
  <Card>
    <Heading level={2}>扫过您的卡，没让看</Heading>
    {scans.map((scan) => (
      <Status key={scan.id} kind="neither" words={sayScans(scan)} />
    ))}
    <View className="footnote">没登录就扫，只看到公开的内容。您和家人登录以前自己扫的，也记在“没有登录的人”里。</View>
    <OlderButton looks={looks} of={['strangers']} />
  </Card>
)
