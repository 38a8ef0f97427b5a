import { useState } from 'react'
import type { CodeToken } from '#domain/access/code-token'
import { tokenInScan } from '#domain/access/code-token'
import { Form } from '../../../ui/desk/form'
import { TextBox } from '../../../ui/desk/text-box'
import { useSending } from '../../../ui/desk/use-sending'

/** The number of a card, typed, or by a scanner that types the address and Enter. */
export function LayDown({ onCard }: { onCard: (token: CodeToken) => void }) {
  const [typed, setTyped] = useState('')
  const token = tokenInScan(typed.trim())
  const { trouble, onSend } = useSending(
    () => (token ? undefined : '这不是小康码。请扫卡片上的码，或者照着卡片输 25 位号码；字母 O 当 0、I 和 L 当 1 也认得。'),
    () => {
      if (token) onCard(token)
      setTyped('')
    },
    null,
  )
  return (
    <Form id="card-open" send="打开" busy={false} trouble={trouble} onSend={onSend}>
      <TextBox
        id="card-token"
        label="卡片号码（25 位）"
        hint="人要在场。扫码枪对准卡片一扫就行，也可以照着输。"
        ready
        maxLength={300}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  )
}
