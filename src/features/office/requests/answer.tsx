import { useState } from 'react'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { useSending } from '../../../ui/desk/use-sending'
import { useAnswer } from './use-requests'

/** What was looked into, what was changed, what comes next: the farmer reads it as it is written here. */
export function Answer({ id, onClose }: { id: string; onClose: () => void }) {
  const answer = useAnswer()
  const [words, setWords] = useState('')
  const { trouble, onSend } = useSending(
    () => (words.trim().length < 4 ? '请写清楚查了什么、改没改、接下来怎么办。' : undefined),
    () => answer.mutate({ id, words }),
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
