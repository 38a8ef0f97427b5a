import { daysAfter, sayDay } from '#domain/time/dates'
import { today as dayNow } from '../../../../services/wire/clock'
import { county } from '../../../../services/built-in/county'
import { ask } from '../../../../services/desk/office-call'
import { SelectBox } from '../../../../ui/desk/select-box'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import type { ActProps } from './act-props'
import { sealWords } from '../letters/pen'
import { useAct } from '../use-reports'
import { WordsForm } from '../keys/words-form'

const { categories } = county.reports
interface Draft {
  category: string
  /** Absent as long as they are ours. */ words?: string
}

/** Takes a report up: its kind says until when it is answered, and the reporter is told. */
export function Accept({ id, pen, about, onDone, onClose }: ActProps) {
  const { draft, set, clear } = useKeptDraft<Draft>(`report accept ${id}`, {
    category: categories.find((one) => one.id === about)?.id ?? '',
  })
  const kind = categories.find((one) => one.id === draft.category)
  const today = dayNow()
  const until = kind && sayDay(daysAfter(today, kind.answerDays), today)
  const words =
    draft.words ??
    (kind
      ? `您的举报收到了，我们看过了，按“${kind.label}”受理，${until}以前在这里答复您。请隔几天来看一看；想起什么，可以在这里补充。`
      : '')
  const act = useAct(
    async (order: { category: string; words: string }) =>
      ask('supervision', 'acceptReport', { id, category: order.category, answer: await sealWords(pen, 'accepted', order.words) }),
    () => {
      clear()
      onDone('受理了，给举报人的话也送到了。')
    },
  )
  return (
    <WordsForm
      id="report-accept"
      send="受理"
      busy={act.isPending && '正在受理…'}
      error={act.error}
      words={words}
      onWords={set('words')}
      faultOf={() => (kind ? undefined : '请选是哪一类。')}
      onSend={() => act.mutate({ category: draft.category, words })}
      onClose={onClose}
    >
      <SelectBox
        id="report-category"
        label="哪一类"
        hint={kind ? `${kind.hint}。${kind.answerDays} 天内答复，到${until}。` : '类别定答复的期限。'}
        empty="请选择"
        options={categories.map((one) => ({ id: one.id, label: one.label }))}
        value={draft.category}
        onChange={set('category')}
      />
    </WordsForm>
  )
}
