import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useAssign } from './use-suggestions'

interface Props {
  id: string
  agencies: readonly { id: string; name: string }[]
  onDone: (words: string) => void
  onClose: () => void
}

/** Gives a suggestion to the agency that can answer it. */
export function Assign({ id, agencies, onDone, onClose }: Props) {
  const { draft, set, clear } = useKeptDraft(`suggestion assign ${id}`, { agencyId: '', why: '' })
  const name = agencies.find((agency) => agency.id === draft.agencyId)?.name
  const assign = useAssign(() => {
    clear()
    onDone(`交给${name ?? '那个单位'}了，他们的“意见”里看得到。`)
  })
  const { trouble, onSend } = useSending(
    () => (draft.agencyId === '' ? '请选交给哪个单位办。' : undefined),
    () => assign.mutate({ id, agencyId: draft.agencyId, why: draft.why.trim() }),
    assign.error,
  )
  return (
    <Form
      id={`suggestion-assign-${id}`}
      send="交办"
      busy={assign.isPending && '正在交办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id={`suggestion-close-${id}`} kind="quiet" onPress={onClose}>
          先不交办
        </Press>
      }
    >
      <SelectBox
        id={`suggestion-agency-${id}`}
        label="交给哪个单位"
        empty="请选择"
        options={agencies.map((agency) => ({ id: agency.id, label: agency.name }))}
        value={draft.agencyId}
        onChange={set('agencyId')}
      />
      <TextLines
        id={`suggestion-why-${id}`}
        label="给这个单位的话（可以不写）"
        maxLength={300}
        rows={2}
        value={draft.why}
        onChange={set('why')}
      />
    </Form>
  )
}
