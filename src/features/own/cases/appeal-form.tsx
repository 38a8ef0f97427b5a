import { useState } from 'react'
import { View } from '@tarojs/components'
import { sayDay, type Day } from '#domain/time/dates'
import { useUnsaved } from '../../../services/keep/unsaved'
import { today } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { TextArea } from '../../../ui/act/text-area'
import { Notice } from '../../../ui/read/notice'
import { useFault } from '../../../ui/read/use-fault'
import { useAppeal } from './use-cases'

/** As few characters as the contract takes. */
const fewest = 4

/** 我要申诉: one press, some words, sent. What was written stays when it fails. */
export function AppealForm({ id, proxyId, until }: { id: string; proxyId: string | undefined; until: Day | undefined }) {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const { tell, at } = useFault()
  const appeal = useAppeal(id, proxyId)
  useUnsaved(words !== '' && !appeal.data)
  if (!open)
    return (
      <View className="below">
        <Button id={`appeal-${id}`} onPress={() => setOpen(true)}>
          不对，我要申诉
        </Button>
      </View>
    )
  const press = () => {
    if (appeal.isPending) return
    const short = words.trim().length < fewest
    tell(short ? { field: 'appeal-words', words: '请多写几个字，说说哪里不对。' } : undefined)
    if (!short) appeal.mutate(words.trim())
  }
  return (
    <View className="choices below">
      <View className="choices__words">
        {`由没有经手过的人来查、来答复，答复写在这里。${until === undefined ? '' : `最后一天是${sayDay(until, today())}。`}`}
      </View>
      <TextArea
        id="appeal-words"
        label="哪里不对？用自己的话写"
        example="例如：儿子的钱没有给我，药费还欠着"
        value={words}
        wrong={at('appeal-words')}
        onChange={(text) => {
          setWords(text)
          tell(undefined)
        }}
      />
      <Button id="send-appeal" busy={appeal.isPending && '正在送…'} onPress={press}>
        送出申诉
      </Button>
      {appeal.error && <Notice id="appeal-trouble" kind="wrong">{`还没有送出去，写的还在。${appeal.error.message}`}</Notice>}
    </View>
  )
}
