import type { ReactNode } from 'react'
import { useState } from 'react'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { TextLines } from '../../../../ui/desk/text-lines'
import { Notice } from '../../../../ui/read/notice'
import { longestWords, sayWhyNot, wordsFault } from '../letters/pen'

interface Props {
  id: string
  send: string
  busy: string | false
  error: Error | null
  words: string
  onWords: (words: string) => void
  /** What else is missing, in words. */
  faultOf?: () => string | undefined
  onSend: () => void
  onClose: () => void
  children?: ReactNode
}

/** An act that tells the reporter something: what belongs to it, the words, and what must not stand in them. */
export function WordsForm({ id, send, busy, error, words, onWords, faultOf, onSend, onClose, children }: Props) {
  const [fault, setFault] = useState<string>()
  const press = () => {
    const wrong = faultOf?.() ?? wordsFault(words)
    setFault(wrong)
    if (wrong === undefined) onSend()
  }
  return (
    <Form
      id={id}
      send={send}
      busy={busy}
      trouble={fault ?? sayWhyNot(error)}
      onSend={press}
      aside={
        <Press id={`${id}-close`} kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      {children}
      <TextLines
        id={`${id}-words`}
        label="给举报人的话"
        hint={`举报人凭回执号看到的就是这几句，带本单位的签名。${words.trim().length}/${longestWords} 字。`}
        rows={5}
        value={words}
        onChange={onWords}
      />
      <Notice id={`${id}-reminder`} kind="needs-you">
        不要问是谁、住哪里、怎么联系，也不要写出能让人猜到是谁举报的话：这几句可能被别人看见。
      </Notice>
    </Form>
  )
}
