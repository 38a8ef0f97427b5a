import { View } from '@tarojs/components'
import { typedDigits } from '#domain/text/typed'
import { Button } from '../../../../ui/act/button'
import { Card } from '../../../../ui/read/card'
import { Notice } from '../../../../ui/read/notice'
import { TextField } from '../../../../ui/act/text-field'

interface Props {
  typed: string
  busy: string | false
  trouble: string | undefined
  onChange: (typed: string) => void
  onDone: () => void
}

const length = 20

/** Twenty digits, shown back in groups as they were copied. */
export const ReceiptEntry = ({ typed, busy, trouble, onChange, onDone }: Props) => {
  const digits = typedDigits(typed)
  return (
    <Card title="凭回执号看答复">
      <View className="choices">
        <TextField
          id="receipt-digits"
          label="回执号（20 位数字）"
          example="1234 5678 …"
          value={typed}
          maxLength={40}
          keys="number"
          onChange={onChange}
          onDone={onDone}
        />
        {digits !== '' && (
          <View id="receipt-echo" className="receipt-echo" role="status">
            {`${digits.replace(/(\d{4})(?=\d)/g, '$1 ')}${digits.length < length ? `（还差 ${length - digits.length} 位）` : ''}`}
          </View>
        )}
        <Button id="open-mailbox" busy={busy} onPress={onDone}>
          看答复
        </Button>
        {trouble !== undefined && (
          <Notice id="track-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
        <View className="footnote">回执号不会存在这部手机里，也不会送出去。</View>
      </View>
    </Card>
  )
}
