import { useState } from 'react'
import type { SourceAnswer } from '#contract/supervision/source'
import { needsSecond } from '#domain/people/decided'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { useSending } from '../../../ui/desk/use-sending'
import { useUndoSource } from './use-look'
import type { Whose } from './whose'

/** Takes a decision back, with a reason: the county's order holds again. */
export function UndoSource({ whose, onDone, onClose }: { whose: Whose; onDone: (answer: SourceAnswer) => void; onClose: () => void }) {
  const undoing = useUndoSource(onDone)
  const [reason, setReason] = useState('')
  const { trouble, onSend } = useSending(
    () => (reason.trim().length < 4 ? '请写明为什么不再用，至少 4 个字。' : undefined),
    () => undoing.mutate({ ...whose, reason }),
    undoing.error,
  )
  return (
    <Form
      id="undo-source"
      send={needsSecond(whose.of) ? '提出来，等另一个人同意' : '不再用定下的'}
      busy={undoing.isPending && '正在记下…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="undo-source-close" kind="quiet" onPress={onClose}>
          先不改
        </Press>
      }
    >
      <TextLines id="undo-source-reason" label="为什么不再用" maxLength={300} rows={2} value={reason} onChange={setReason} />
    </Form>
  )
}
