import { ask } from '../../../../services/desk/office-call'
import { TextBox } from '../../../../ui/desk/text-box'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import type { ActProps } from './act-props'
import { sealWords } from '../letters/pen'
import { useAct } from '../use-reports'
import { WordsForm } from '../keys/words-form'

/** The report becomes a case, under the office's own number. The reporter is not told the number. */
export function Transfer({ id, pen, onDone, onClose }: ActProps) {
  const { draft, set, clear } = useKeptDraft(`report transfer ${id}`, {
    caseNo: '',
    words: '您反映的事已经立案，由专门的人查。有结果在这里告诉您。',
  })
  const act = useAct(
    async ({ caseNo, words }: typeof draft) =>
      ask('supervision', 'transferReport', { id, caseNo: caseNo.trim(), answer: await sealWords(pen, 'transferred', words) }),
    () => {
      clear()
      onDone('转立案了，给举报人的话也送到了。')
    },
  )
  return (
    <WordsForm
      id="report-transfer"
      send="转立案"
      busy={act.isPending && '正在转…'}
      error={act.error}
      words={draft.words}
      onWords={set('words')}
      faultOf={() => (draft.caseNo.trim().length < 2 ? '请写案件编号。' : undefined)}
      onSend={() => act.mutate(draft)}
      onClose={onClose}
    >
      <TextBox
        id="report-case"
        label="案件编号"
        hint="只有本单位看得到，不会告诉举报人。"
        maxLength={40}
        value={draft.caseNo}
        onChange={set('caseNo')}
      />
    </WordsForm>
  )
}
