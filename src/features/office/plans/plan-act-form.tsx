import { planActNames, type MeasureAct } from '#domain/work/plans'
import { ask } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useDoing } from './use-plans'

/** The second person's word on what was written, or something about one measure. */
export type Doing = { act: 'approve' | 'sendBack'; n?: undefined } | { act: MeasureAct; n: number }

const labels: Record<Doing['act'], string> = {
  approve: '看过了什么、有什么要说的',
  sendBack: '要改哪里',
  note: '做到哪一步',
  done: '怎么看出做成了',
  drop: '为什么不做了',
}

interface Props {
  householdId: string
  doing: Doing
  onClose: () => void
}

export function PlanActForm({ householdId, doing, onClose }: Props) {
  const { act } = doing
  const { draft, set, clear } = useKeptDraft(`plan ${act} ${doing.n ?? ''} ${householdId}`, { words: '' })
  const words = draft.words.trim()
  const sending = useDoing(
    () =>
      doing.n !== undefined
        ? ask('supervision', 'noteTownMeasure', { householdId, words, n: doing.n, act: doing.act })
        : ask('supervision', doing.act === 'approve' ? 'approvePlan' : 'sendBackPlan', { householdId, words }),
    () => {
      clear()
      onClose()
    },
  )
  const { trouble, onSend } = useSending(
    () => (words.length < 4 ? '请写清楚，至少 4 个字。' : undefined),
    () => sending.mutate(),
    sending.error,
  )
  return (
    <Form
      id="plan-act"
      send={planActNames[act]}
      busy={sending.isPending && '正在办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="plan-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      <TextLines
        id="plan-words"
        label={labels[act]}
        hint={doing.n === undefined ? '写进经过。' : '农户看得到这些话。'}
        maxLength={500}
        value={draft.words}
        onChange={set('words')}
      />
    </Form>
  )
}
