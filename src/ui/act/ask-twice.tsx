import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from './button'
import { Notice } from '../read/notice'

interface Props {
  id: string
  /** What the first button says, what is asked then, and what the second one says. */
  first: string
  question: string
  second: string
  busy: string | false
  /** Why it was not done. */
  trouble?: string | undefined
  onSure: () => void
}

/** Something that cannot be taken back by a tap: asked again on the page, in letters as large as all others. */
export function AskTwice({ id, first, question, second, busy, trouble, onSure }: Props) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <View className="below">
        <Button id={id} kind="quiet" onPress={() => setAsking(true)}>
          {first}
        </Button>
      </View>
    )
  return (
    <View className="choices below">
      <View className="choices__words">{question}</View>
      <Button id={`${id}-not`} onPress={() => setAsking(false)}>
        先不了
      </Button>
      <Button id={`${id}-sure`} kind="quiet" busy={busy} onPress={onSure}>
        {second}
      </Button>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </View>
  )
}
