import { useState } from 'react'
import { View } from '@tarojs/components'
import { useUnsaved } from '../../../services/keep/unsaved'
import { Button } from '../../../ui/act/button'
import { Choices } from '../../../ui/act/choices'
import { TextArea } from '../../../ui/act/text-area'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { useFault } from '../../../ui/read/use-fault'
import { useHardships, useNeed } from './use-cases'

/** A bound household in new need: only what is hard; who it is, is known. What was written stays when it fails. */
export function NeedForm() {
  const [open, setOpen] = useState(false)
  const [hardship, setHardship] = useState('')
  const [words, setWords] = useState('')
  const { tell, at } = useFault()
  const need = useNeed()
  const hardships = useHardships(open)
  useUnsaved(words !== '' && !need.data)
  if (need.data) return <Notice id="need-sent">送到了。办到哪一步，写在上面。</Notice>
  if (!open)
    return (
      <Button id="need" kind="second" onPress={() => setOpen(true)}>
        家里有新的困难，我要申请
      </Button>
    )
  const press = () => {
    if (need.isPending) return
    tell(hardship === '' ? { field: 'need-hardship', words: '请选一样现在最难的。' } : undefined)
    if (hardship !== '') need.mutate({ hardship, ...(words.trim() !== '' && { words: words.trim() }) })
  }
  return (
    <Card title="家里有新的困难">
      <View className="choices">
        <View className="choices__words">您家是谁、住哪里，已经知道了，不用再填。</View>
        <Choices
          id="need-hardship"
          label="现在最难的是什么？"
          options={(hardships.data?.hardships ?? []).map(({ id, name: label }) => ({ id, label }))}
          chosen={[hardship]}
          wrong={at('need-hardship')}
          onPress={(id) => {
            setHardship(id)
            tell(undefined)
          }}
        />
        <TextArea
          id="need-words"
          label="还有要说的，写几句，不写也行"
          example="例如：老伴住院，药费一个月八百"
          value={words}
          onChange={setWords}
        />
        <Button id="send-need" busy={need.isPending && '正在送…'} onPress={press}>
          送出申请
        </Button>
        {need.error && <Notice id="need-trouble" kind="wrong">{`还没有送出去，填的还在。${need.error.message}`}</Notice>}
      </View>
    </Card>
  )
}
