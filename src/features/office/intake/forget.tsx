import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useForget } from './use-intake'

/** Makes an answer about headings forgotten, with a reason. */
export function Forget({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  const { draft, set, clear } = useKeptDraft(`forget ${id}`, { reason: '' })
  const forget = useForget(() => {
    clear()
    onDone()
  })
  const { trouble, onSend } = useSending(
    () => (draft.reason.trim().length < 4 ? '请写明为什么要忘掉，至少 4 个字。' : undefined),
    () => forget.mutate({ id, reason: draft.reason.trim() }),
    forget.error,
  )
  return (
    <Form
      id="forget-send"
      send="忘掉"
      busy={forget.isPending && '正在忘掉…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press kind="quiet" onPress={onClose}>
          还是记着
        </Press>
      }
    >
      <TextBox
        id="forget-reason"
        label="为什么忘掉"
        hint="下次来同样表头的表，会再问一次。已经导入的不变；要改，请撤销那一次导入再导。"
        example="例如：上次把两列答反了"
        maxLength={200}
        value={draft.reason}
        onChange={set('reason')}
      />
    </Form>
  )
}
