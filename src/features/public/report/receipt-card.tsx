import { View } from '@tarojs/components'
import { useUnsaved } from '../../../services/keep/unsaved'
import { receiptWords } from '../../../services/keep/unsaved-words'
import { BigCode } from '../../../ui/read/big-code'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'

/** The receipt, before anything is sent: it is shown this once and kept nowhere. */
export const ReceiptCard = ({ receipt, onNoted }: { receipt: string; onNoted: () => void }) => {
  useUnsaved(true, receiptWords)
  return (
    <Card title="这是回执号">
      <View className="choices">
        <BigCode id="receipt" groups={receipt.match(/\d{4}/g) ?? []} />
        <Notice kind="needs-you">抄下来或拍照；丢了谁也找不回。看答复、再补充，都要用它。只显示这一次。</Notice>
        <View className="choices__words">举报已经在这部手机上封好，还没有送。抄好了再送。</View>
        <Button id="noted" onPress={onNoted}>
          我已抄下，送出去
        </Button>
      </View>
    </Card>
  )
}
