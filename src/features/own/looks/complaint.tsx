import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Look } from '#contract/household/farmer'
import { go, paths } from '../../../services/pages/paths'
import { useUnsaved } from '../../../services/keep/unsaved'
import { Button } from '../../../ui/act/button'
import { Link } from '../../../ui/act/link'
import { Notice } from '../../../ui/read/notice'
import { TextArea } from '../../../ui/act/text-area'
import { useFault } from '../../../ui/read/use-fault'
import { useComplain } from './use-looks'

/** “这不对” on a look: some words, then where they went. What was written stays when it fails. */
export function Complaint({ look: { id, complained } }: { look: Look }) {
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState('')
  const { tell, at } = useFault()
  const complain = useComplain(id)
  useUnsaved(asking && words !== '' && !complain.data)
  if (complain.data ?? complained) {
    return (
      <View className="below">
        <Notice id={`complained-${id}`}>
          {complain.data
            ? `已送到 ${complain.data.request.to}。答复会写在“我的更正和投诉”里。`
            : '您说过这一次不对。答复会写在“我的更正和投诉”里。'}
        </Notice>
        <Link onPress={() => go(paths.requests)}>看我的更正和投诉</Link>
      </View>
    )
  }
  if (!asking)
    return (
      <Link id={`wrong-${id}`} onPress={() => setAsking(true)}>
        这不对
      </Link>
    )
  const trouble = complain.error && `还没有送出去，写的还在。${complain.error.message}`
  const press = () => {
    if (complain.isPending) return
    const short = words.trim().length < 2
    tell(short ? { field: `words-${id}`, words: '请写几个字，说说哪里不对。' } : undefined)
    if (!short) complain.mutate(words)
  }
  return (
    <View className="choices below">
      <TextArea
        id={`words-${id}`}
        label="哪里不对？说给县里管纪律的单位听"
        example="例如：那天没人来过我家"
        value={words}
        wrong={at(`words-${id}`)}
        onChange={(text) => {
          setWords(text)
          tell(undefined)
        }}
      />
      <Button id={`complain-${id}`} busy={complain.isPending && '正在送…'} onPress={press}>
        送出去
      </Button>
      <Button kind="quiet" onPress={() => setAsking(false)}>
        先不说了
      </Button>
      {trouble && (
        <Notice id={`trouble-${id}`} kind="wrong">
          {trouble}
        </Notice>
      )}
    </View>
  )
}
