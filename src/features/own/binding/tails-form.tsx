import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CodeToken } from '#domain/access/code-token'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { TextField } from '../../../ui/act/text-field'
import { tailsFault } from './fields'
import { Step } from './step'
import type { Digits } from './kept-digits'
import { useBindStart } from './use-binding'

interface Props {
  token: CodeToken
  idTail: string
  phoneTail: string
  onIdTail: (text: string) => void
  onPhoneTail: (text: string) => void
  onDigits: (digits: Digits) => void
}

/** The two things that only the person of the card is likely to know. */
export function TailsForm({ token, idTail, phoneTail, onIdTail, onPhoneTail, onDigits }: Props) {
  const [fault, setFault] = useState<string>()
  const start = useBindStart(token, onDigits)
  const trouble = fault ?? start.error?.message
  const press = () => {
    if (start.isPending) return
    const wrong = tailsFault(idTail, phoneTail)
    setFault(wrong)
    if (!wrong) start.mutate({ idTail, phoneTail })
  }
  return (
    <>
      <Step number={1}>填两样，证明是您</Step>
      <Card>
        <View className="choices">
          <View className="choices__words">照着身份证和名册上登记的手机号填。只用来核对，网格员也看不到。</View>
          <TextField
            id="id-tail"
            keys="idcard"
            label="身份证号最后 6 位"
            example="例如 01123X"
            value={idTail}
            maxLength={12}
            onChange={onIdTail}
          />
          <TextField
            id="phone-tail"
            keys="number"
            label="登记的手机号最后 4 位"
            example="例如 0001"
            value={phoneTail}
            maxLength={8}
            onChange={onPhoneTail}
            onDone={press}
          />
          <Button id="bind-start" busy={start.isPending && '正在领核对码…'} onPress={press}>
            下一步
          </Button>
          {trouble !== undefined && (
            <Notice id="bind-trouble" kind="wrong">
              {trouble}
            </Notice>
          )}
        </View>
      </Card>
      <View className="footnote">第 2 步：您的手机上出 6 个数字。第 3 步：网格员扫您的卡、看您的身份证，输入这 6 个数字，就绑好了。</View>
    </>
  )
}
