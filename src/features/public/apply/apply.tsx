import { useState } from 'react'
import { View } from '@tarojs/components'
import { groupInvitationCode } from '#domain/access/invitation-code'
import { sayDay } from '#domain/time/dates'
import { go, paths } from '../../../services/pages/paths'
import { today } from '../../../services/wire/clock'
import { AskTwice } from '../../../ui/act/ask-twice'
import { Button } from '../../../ui/act/button'
import { BigCode } from '../../../ui/read/big-code'
import { Card } from '../../../ui/read/card'
import { ApplyForm } from './apply-form'
import { forgetSent, readSent, type Sent } from './draft'

/** Fill in and send; then the receipt, which stays here until it is written down. */
export function Apply({ place }: { place: { code: string; name: string } | undefined }) {
  const [sent, setSent] = useState(readSent)
  if (!sent) return <ApplyForm place={place} onSent={setSent} />
  return (
    <Receipt
      sent={sent}
      onWritten={() => {
        forgetSent()
        setSent(undefined)
      }}
    />
  )
}

const Receipt = ({ sent: { receipt, dueOn }, onWritten }: { sent: Sent; onWritten: () => void }) => (
  <Card title="送到了，这是回执号">
    <BigCode id="receipt" groups={groupInvitationCode(receipt).split('-')} />
    <View className="choices">
      <View className="choices__words">请抄下来，或者拍张照。凭这个号在任何手机上都能看办到哪一步；丢了到村便民服务中心问。</View>
      <View id="apply-due" className="choices__words">{`最迟${sayDay(dueOn, today())}有人受理，会打您留的电话。`}</View>
      <Button id="see-application" kind="second" onPress={() => go(paths.application(receipt))}>
        看办到哪一步了
      </Button>
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
