import { Form } from '../../../ui/desk/form'
import { TextBox } from '../../../ui/desk/text-box'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useSeen } from './use-refused'

/** What came of looking, in one's own words. */
export function SayLooked({ id, onDone }: { id: string; onDone: () => void }) {
  const { draft, set, clear } = useKeptDraft(`seen ${id}`, { words: '没有错' })
  const seen = useSeen(() => {
    clear()
    onDone()
  })
  const { trouble, onSend } = useSending(
    () => (draft.words.trim().length < 2 ? '请写一句看的结果。' : undefined),
    () => seen.mutate({ ids: [id], words: draft.words.trim() }),
    seen.error,
  )
  return (
    <Form id={`seen-send-${id}`} send="记下" busy={seen.isPending && '正在记…'} trouble={trouble} onSend={onSend}>
      <TextBox id={`seen-words-${id}`} label="看的结果" maxLength={200} value={draft.words} onChange={set('words')} />
    </Form>
  )
}
