import { View } from '@tarojs/components'
import { useMutation } from '@tanstack/react-query'
import { sayDay } from '#domain/time/dates'
import { groupInvitationCode } from '#domain/access/invitation-code'
import { copyText } from '../../../services/share/clipboard'
import { today } from '../../../services/wire/clock'
import { go, paths } from '../../../services/pages/paths'
import { AskTwice } from '../../../ui/act/ask-twice'
import { BigCode } from '../../../ui/read/big-code'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import type { Sent } from './draft'

/** The receipt, large and in groups, shown until the person says that it is written down: it is the only way to the answer. */
export function SentReceipt({ sent: { receipt, dueOn }, onWritten }: { sent: Sent; onWritten: () => void }) {
  const groups = groupInvitationCode(receipt).split('-')
  const copy = useMutation({ mutationFn: () => copyText(groups.join(' ')) })
  return (
    <Card title="送到了，这是回执号">
      <BigCode id="receipt" groups={groups} />
      <View className="choices">
        <View className="choices__words">请抄下来，或者拍张照。凭这个号在任何手机上都能看答复；丢了没法补。</View>
        <View
          id="suggestion-due"
          className="choices__words"
        >{`最迟 ${sayDay(dueOn, today())} 转给管这件事的单位；转了以后，凭回执号能看到哪天答复。`}</View>
        {copy.isSuccess && <Notice id="receipt-copied">已经复制，可以粘贴到备忘录里。</Notice>}
        <Button id="copy-receipt" kind="second" onPress={() => copy.mutate()}>
          复制回执号
        </Button>
        <Button id="see-suggestion" kind="second" onPress={() => go(paths.suggestion(receipt))}>
          看办到哪一步了
        </Button>
        {copy.error && <Notice kind="wrong">这部手机不让复制。请照着上面抄下来。</Notice>}
        <AskTwice
          id="receipt-written"
          first="我抄好了"
          question="抄好了吗？按“抄好了”以后，这里不再显示回执号。"
          second="抄好了"
          busy={false}
          onSure={onWritten}
        />
      </View>
    </Card>
  )
}
