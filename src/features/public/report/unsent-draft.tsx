import { View } from '@tarojs/components'
import type { Sealed } from '../../../services/keep/report-drafts'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { piecesOf } from './send'
import { DropDraft } from './sending'

interface Props {
  sealed: Sealed
  onGo: () => void
  onDropped: () => void
}

/** What was sealed on this phone and not sent to the end. */
export const UnsentDraft = ({ sealed, onGo, onDropped }: Props) => (
  <Card title="有一封封好没送完的">
    <View className="choices">
      <View className="choices__words">{`这一封分 ${piecesOf(sealed)} 段送，送到了 ${sealed.draft.sent} 段。封好的只有办案机关打得开，拿走这部手机也打不开。`}</View>
      {!sealed.draft.noted && (
        <Notice kind="needs-you">上次没有按“我已抄下”。没有抄下回执号，送到了也看不到答复；要看答复，丢掉它重写一份。</Notice>
      )}
      <Button id="send-on" onPress={onGo}>
        继续送
      </Button>
      <DropDraft onDropped={onDropped} />
    </View>
  </Card>
)
