import { useState } from 'react'
import { sayTrouble } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Notice } from '../../../ui/read/notice'
import { useUndo, useUndoProgress } from './use-intake'

/** Takes the whole of an import back, with a reason, until something was built on it. */
export function UndoImport({ sha256 }: { sha256: string }) {
  const [asking, setAsking] = useState(false)
  const { draft, set } = useKeptDraft(`undo ${sha256}`, { reason: '' })
  const undo = useUndo()
  const watched = useUndoProgress(sha256, undo.isSuccess)
  const now = watched.data ?? undo.data
  const { trouble, onSend } = useSending(
    () => (draft.reason.trim().length < 4 ? '请写明为什么要撤销，至少 4 个字。' : undefined),
    () => undo.mutate({ sha256, reason: draft.reason.trim() }),
    null,
  )
  if (now?.state === 'waiting') return <Notice id="undo-words">{`正在撤销${now.of ? `：${now.done} / ${now.of}` : ''}…`}</Notice>
  if (now?.state === 'done') return <Notice id="undo-words">撤销了。这份表写进去的都拿掉了，被它改掉的都改回来了；原件还留着。</Notice>
  return (
    <>
      {now?.fault !== undefined && (
        <Notice id="undo-fault" kind="wrong">
          {now.fault}
        </Notice>
      )}
      {asking ? (
        <Form
          id="undo-send"
          send="撤销整份"
          busy={undo.isPending && '正在撤销…'}
          trouble={trouble ?? sayTrouble(undo.error)}
          onSend={onSend}
          aside={
            <Press kind="quiet" onPress={() => setAsking(false)}>
              先不撤
            </Press>
          }
        >
          <TextBox
            id="undo-reason"
            label="为什么撤销"
            hint="这份表写进去的全部拿掉，改掉的全部改回来。后来有别的表或人接着用了它的，就撤不了，会说是什么。"
            maxLength={200}
            value={draft.reason}
            onChange={set('reason')}
          />
        </Form>
      ) : (
        <Press id="undo" kind="quiet" onPress={() => setAsking(true)}>
          撤销这次导入
        </Press>
      )}
    </>
  )
}
