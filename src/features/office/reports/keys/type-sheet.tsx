import { useState } from 'react'
import { asCrockford } from '#domain/text/crockford'
import { fromRecoverySheet } from '#domain/sealing/key-file'
import type { OpenKey } from '../../../../services/sealing/report-keys'
import { pinnedAt } from '../../../../services/sealing/report-keys'
import { Form } from '../../../../ui/desk/form'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useSending } from '../../../../ui/desk/use-sending'

const letters = 56

/** A key from its recovery sheet, typed or read by a scanner that types. */
export function TypeSheet({ onOpen }: { onOpen: (key: OpenKey) => void }) {
  const [typed, setTyped] = useState('')
  const pair = fromRecoverySheet(typed)
  const faultOf = () => {
    if (pair) return undefined
    const count = asCrockford(typed).length
    return count === letters
      ? '有一个字抄错了，或者两个写反了。请对着恢复单，四个一组再看一遍。'
      : `恢复单上是 ${letters} 个字母和数字，现在有 ${count} 个。请对着再看一遍，少的补上。`
  }
  const send = () => {
    if (!pair) return
    setTyped('')
    onOpen({ name: pinnedAt(pair)?.key.name ?? '恢复单上的钥匙', pair })
  }
  const { trouble, onSend } = useSending(faultOf, send, null)
  return (
    <Form id="sheet-open" send="插上钥匙" busy={false} trouble={trouble} onSend={onSend}>
      <TextLines
        id="sheet-letters"
        label="恢复单上的字母和数字"
        hint="四个一组，空格、大小写都不要紧；字母 O 当 0、I 和 L 当 1。也可以用扫码枪扫上面的码。用完把恢复单放回保险柜。"
        rows={4}
        maxLength={300}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  )
}
