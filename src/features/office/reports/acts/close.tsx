import type { ReportOutcome } from '#domain/work/reports'
import { reportOutcomeNames, reportOutcomes } from '#domain/work/reports'
import { county } from '../../../../services/built-in/county'
import { ask } from '../../../../services/desk/office-call'
import { SelectBox } from '../../../../ui/desk/select-box'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import type { ActProps } from './act-props'
import { sealWords } from '../letters/pen'
import { useAct } from '../use-reports'
import { WordsForm } from '../keys/words-form'

/** The end of a matter: how it came out, and what the reporter is told. */
export function Close({ id, pen, onDone, onClose }: ActProps) {
  const { draft, set, clear } = useKeptDraft<{ outcome: ReportOutcome | ''; words: string }>(`report close ${id}`, {
    outcome: '',
    words: '',
  })
  const { outcome, words } = draft
  const act = useAct(
    async (order: { outcome: ReportOutcome; words: string }) =>
      ask('supervision', 'closeReport', { id, outcome: order.outcome, answer: await sealWords(pen, 'closed', order.words) }),
    () => {
      clear()
      onDone('办结了，给举报人的话也送到了。')
    },
  )
  return (
    <WordsForm
      id="report-close"
      send="办结"
      busy={act.isPending && '正在办结…'}
      error={act.error}
      words={words}
      onWords={set('words')}
      faultOf={() => (outcome === '' ? '请选查下来怎样。' : undefined)}
      onSend={() => {
        if (outcome !== '') act.mutate({ outcome, words })
      }}
      onClose={onClose}
    >
      <SelectBox
        id="report-outcome"
        label="查下来怎样"
        hint={`结果只按类公布数目。办结以后留 ${county.reports.keepDays} 天再销毁，这期间还能答复。`}
        empty="请选择"
        options={reportOutcomes.map((one) => ({ id: one, label: reportOutcomeNames[one] }))}
        value={outcome}
        onChange={set('outcome')}
      />
    </WordsForm>
  )
}
