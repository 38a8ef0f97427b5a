import type { CaseFile } from '#contract/office/cases'
import type { Day } from '#domain/time/dates'
import { caseActNames } from '#domain/work/cases'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextBox } from '../../../../ui/desk/text-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { useDoing } from '../use-cases'
import type { Draft, PlainAct } from './act-given'
import { asksFor, faultOf, send, wordsFor } from './act-given'

interface Props {
  act: PlainAct
  file: CaseFile
  today: Day
  onDone: (words: string) => void
  onClose: () => void
}

/** What one act asks for; what was typed stays when it does not get through. */
export function ActForm({ act, file, today, onDone, onClose }: Props) {
  const { id } = file.row
  const category = file.choices.categories.find(({ name }) => name === file.row.category)?.id ?? ''
  const empty: Draft = { words: '', category, reasonId: '', evidence: '', on: today, fallen: 'no' }
  const { draft, set, clear } = useKeptDraft(`case ${act} ${id}`, empty)
  const doing = useDoing(
    () => send(act, id, draft),
    () => {
      clear()
      onDone(`“${caseActNames[act]}”办好了。`)
    },
  )
  const { trouble, onSend } = useSending(
    () => faultOf(act, draft, file),
    () => doing.mutate(),
    doing.error,
  )
  const asked = asksFor(act, file)
  const months = file.choices.categories.find((one) => one.id === draft.category)?.months
  const { label, hint } = wordsFor[act]
  return (
    <Form
      id={`case-${act}`}
      send={caseActNames[act]}
      busy={doing.isPending && '正在办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="case-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      {asked.includes('category') && (
        <SelectBox
          id="case-category"
          label="列为哪一类"
          {...(months !== undefined && { hint: `这一类最长 ${months} 个月，到期前会再来办。` })}
          empty="请选择"
          options={file.choices.categories.map((one) => ({ id: one.id, label: one.name }))}
          value={draft.category}
          onChange={set('category')}
        />
      )}
      {asked.includes('reason') && (
        <SelectBox
          id="case-reason"
          label="为什么退出"
          hint="本人看得到这个原因。"
          empty="请选择"
          options={file.choices.reasons.map((one) => ({ id: one.id, label: one.name }))}
          value={draft.reasonId}
          onChange={set('reasonId')}
        />
      )}
      {asked.includes('evidence') && (
        <TextBox
          id="case-evidence"
          label="凭什么材料"
          example="入户核查表、公示照片"
          maxLength={300}
          value={draft.evidence}
          onChange={set('evidence')}
        />
      )}
      {asked.includes('on') && <TextBox id="case-on" label="哪一天告知的" type="date" max={today} value={draft.on} onChange={set('on')} />}
      {asked.includes('fallen') && (
        <SelectBox
          id="case-fallen"
          label="要不要恢复"
          options={[
            { id: 'no', label: '过得稳定，办结' },
            { id: 'yes', label: '又困难了，另开一件恢复' },
          ]}
          value={draft.fallen}
          onChange={set('fallen')}
        />
      )}
      <TextLines id="case-words" label={label} hint={hint} maxLength={500} rows={3} value={draft.words} onChange={set('words')} />
    </Form>
  )
}
