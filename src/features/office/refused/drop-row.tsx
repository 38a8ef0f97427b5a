import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useDrop } from './use-refused'

/** Puts a row aside that need not go in, e.g. one that the department has sent again; the reason stays on record. */
export function DropRow({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  const { draft, set, clear } = useKeptDraft(`drop ${id}`, { why: '' })
  const drop = useDrop(() => {
    clear()
    onDone()
  })
  const { trouble, onSend } = useSending(
    () => (draft.why.trim().length < 4 ? '请写明为什么不用收，至少 4 个字。' : undefined),
    () => drop.mutate({ ids: [id], why: draft.why.trim() }),
    drop.error,
  )
  return (
    <Form
      id={`drop-send-${id}`}
      send="不用收"
      busy={drop.isPending && '正在记…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press kind="quiet" onPress={onClose}>
          还是留着
        </Press>
      }
    >
      <TextBox
        id={`drop-why-${id}`}
        label="为什么不用收"
        example="例如：单位已经另发了一份"
        maxLength={200}
        value={draft.why}
        onChange={set('why')}
      />
    </Form>
  )
}
