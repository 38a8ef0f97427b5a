import { useState } from 'react'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useSending } from '../../../ui/desk/use-sending'
import { useAnswer } from './use-requests'

const cames = [
  { id: 'met', label: '办好了' },
  { id: 'cannot', label: '办不了' },
] as const
type Came = (typeof cames)[number]['id']

/** What was looked into, what was changed, what comes next: the farmer reads it as it is written here. */
export function Answer({ id, isNeed, onClose }: { id: string; isNeed: boolean; onClose: () => void }) {
  const answer = useAnswer()
  const [words, setWords] = useState('')
  const [came, setCame] = useState<Came | ''>('')
  const { trouble, onSend } = useSending(
    () =>
      isNeed && came === '' ? '请选办好了，还是办不了。' : words.trim().length < 4 ? '请写清楚查了什么、改没改、接下来怎么办。' : undefined,
    () => answer.mutate({ id, words, ...(isNeed && { met: came === 'met' }) }),
    answer.error,
  )
  return (
    <Form
      id={`request-answer-${id}`}
      send="答复"
      busy={answer.isPending && '正在答复…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id={`request-close-${id}`} kind="quiet" onPress={onClose}>
          先不答复
        </Press>
      }
    >
      {isNeed && <SelectBox id={`request-met-${id}`} label="办到哪一步" options={cames} empty="请选" value={came} onChange={setCame} />}
      <TextLines
        id={`request-words-${id}`}
        label="答复"
        hint="农户看到的就是这几句：查了什么、改没改、接下来怎么办。"
        maxLength={500}
        rows={4}
        value={words}
        onChange={setWords}
      />
    </Form>
  )
}
