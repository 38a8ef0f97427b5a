import { useState } from 'react'
import { Form } from '../../../ui/desk/form'
import { TextBox } from '../../../ui/desk/text-box'
import { useSending } from '../../../ui/desk/use-sending'
import { cleanIdNumber } from './card-or-number'

/** One household by somebody's identity number. */
export function FindByNumber({ busy, error, onFind }: { busy: boolean; error: Error | null; onFind: (idNumber: string) => void }) {
  const [typed, setTyped] = useState('')
  const number = cleanIdNumber(typed)
  const { trouble, onSend } = useSending(
    () => (number ? undefined : '身份证号是 18 位，最后一位是数字或 X，请再核对。'),
    () => {
      if (number) onFind(number)
    },
    error,
  )
  return (
    <Form id="look-find" send="查这个人" busy={busy && '正在查…'} trouble={trouble} onSend={onSend}>
      <TextBox
        id="look-number"
        label="身份证号"
        hint="只能查授权范围里的人；不在范围里、没有这个人，答复是一样的。"
        maxLength={24}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  )
}
