import type { BatchLineRow } from '#contract/office/batch-lines'
import type { Fen } from '#domain/money/money'
import { lineActNames } from '#domain/work/batch-lines'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { sayTotals } from '../batch-words'
import { useDeciding, type Deciding } from './use-lines'

interface Props {
  id: string
  /** Of which lines, with their number and money. */
  what: string
  deciding: Omit<Deciding, 'act' | 'words'>
  totals: { lines: number; fen: Fen }
  /** What has been said of it before. */
  now?: BatchLineRow['decided']
  onDone: () => void
  onClose?: () => void
}

const acts = ['pay', 'hold', 'leaveOut'] as const
type Word = (typeof acts)[number]

/** A person's word about flagged lines: paid, not yet, or not; the number and the money are said again on the button. */
export function DecideForm({ id, what, deciding, totals, now, onDone, onClose }: Props) {
  const { draft, set, clear } = useKeptDraft<{ act: Word | ''; words: string }>(`line decide ${id}`, { act: now ?? '', words: '' })
  const sending = useDeciding(() => {
    clear()
    onDone()
  })
  const { trouble, onSend } = useSending(
    () => {
      if (draft.act === '') return '请选照发、先不发，还是不发。'
      return draft.words.trim().length < 2 ? '请写清楚为什么。' : undefined
    },
    () => sending.mutate({ ...deciding, act: draft.act as Word, words: draft.words.trim() }),
    sending.error,
  )
  return (
    <Form
      id={`decide-${id}`}
      send={draft.act === '' ? '定下来' : `${lineActNames[draft.act]}：${sayTotals(totals)}`}
      busy={sending.isPending && '正在记…'}
      trouble={trouble}
      onSend={onSend}
      {...(onClose && {
        aside: (
          <Press id={`decide-close-${id}`} kind="quiet" onPress={onClose}>
            先不定
          </Press>
        ),
      })}
    >
      <p className="batch__asks">{`${what}。`}</p>
      <SelectBox
        id={`decide-act-${id}`}
        label="怎么定"
        empty="请选择"
        options={acts.map((act) => ({ id: act, label: lineActNames[act] }))}
        value={draft.act}
        onChange={set('act')}
      />
      <TextLines
        id={`decide-words-${id}`}
        label="为什么"
        hint="复核的人看得到；先不发的，以后可以再编进来。"
        maxLength={500}
        rows={2}
        value={draft.words}
        onChange={set('words')}
      />
    </Form>
  )
}
