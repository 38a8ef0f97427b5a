import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useAssign } from './use-suggestions'

/** Closes what is no suggestion, with a reason for whoever holds its receipt. */
export function SetAside({ id, onDone, onClose }: { id: string; onDone: (words: string) => void; onClose: () => void }) {
  const { draft, set, clear } = useKeptDraft(`suggestion aside ${id}`, { why: '' })
  const setAside = useAssign(() => {
    clear()
    onDone('记下了，不办。理由提意见的人凭回执看得到。')
  })
  const { trouble, onSend } = useSending(
    () => (draft.why.trim().length < 4 ? '请写清楚为什么不办，提意见的人看得到，至少 4 个字。' : undefined),
    () => setAside.mutate({ id, why: draft.why.trim() }),
    setAside.error,
  )
  return (
    <Form
      id={`suggestion-aside-${id}`}
      send="不办"
      busy={setAside.isPending && '正在记下…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id={`suggestion-close-${id}`} kind="quiet" onPress={onClose}>
          再想想
        </Press>
      }
    >
      <TextLines
        id={`suggestion-why-${id}`}
        label="为什么不办"
        hint="只有骂人的、看不懂的、和村里镇里的事没关系的才不办。写给提意见的人看；该到别处办的，写明到哪里、找谁。"
        maxLength={300}
        rows={2}
        value={draft.why}
        onChange={set('why')}
      />
    </Form>
  )
}
