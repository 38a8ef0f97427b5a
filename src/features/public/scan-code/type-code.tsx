import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/act/button'
import { TextField } from '../../../ui/act/text-field'

/** The number printed under the code of a card or a poster. What was typed stays, whatever happens. */
export function TypeCode({ onDone }: { onDone: (text: string) => void }) {
  const [text, setText] = useState('')
  const done = () => {
    if (text.trim() !== '') onDone(text)
  }
  return (
    <View className="type-code">
      <TextField
        id="code-number"
        label="卡片或海报上的号码"
        example="1ABCD EFGHJ …"
        value={text}
        maxLength={60}
        onChange={setText}
        onDone={done}
      />
      <Button id="open-code" kind="second" onPress={done}>
        打开
      </Button>
    </View>
  )
}
