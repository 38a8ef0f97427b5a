import type { AlertFile } from '#contract/supervision/alerts'
import type { PeopleAct } from '#domain/work/alerts'
import { alertActNames, alertOutcomeNames, alertOutcomes } from '#domain/work/alerts'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextBox } from '../../../../ui/desk/text-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { useAct } from '../use-alerts'
import type { Draft } from './act-given'
import { asksFor, faultOf, send, wordsFor } from './act-given'

interface Props {
  act: PeopleAct
  file: AlertFile
  onDone: (words: string) => void
  onClose: () => void
}

/** What one act asks for; what was typed stays when it does not get through. */
export function ActForm({ act, file, onDone, onClose }: Props) {
  const { id } = file.row
  const empty: Draft = { words: '', agencyId: '', days: String(file.days.usual), outcome: '', moved: '' }
  const { draft, set, clear } = useKeptDraft(`alert ${act} ${id}`, empty)
  const doing = useAct(
    () => send(act, id, draft),
    () => {
      clear()
      onDone(`“${alertActNames[act]}”办好了。`)
    },
  )
  const { trouble, onSend } = useSending(
    () => faultOf(act, draft, file),
    () => doing.mutate(),
    doing.error,
  )
  const { label, hint } = wordsFor[act]
  return (
    <Form
      id={`alert-${act}`}
      send={alertActNames[act]}
      busy={doing.isPending && '正在办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="alert-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      {asksFor[act].includes('agency') && (
        <SelectBox
          id="alert-agency"
          label="交给哪个单位"
          empty="请选择"
          options={file.agencies.map((agency) => ({ id: agency.id, label: agency.name }))}
          value={draft.agencyId}
          onChange={set('agencyId')}
        />
      )}
      {asksFor[act].includes('outcome') && (
        <>
          <SelectBox
            id="alert-outcome"
            label="查下来是什么问题"
            empty="请选择"
            options={alertOutcomes.map((outcome) => ({ id: outcome, label: alertOutcomeNames[outcome] }))}
            value={draft.outcome}
            onChange={set('outcome')}
          />
          <TextBox
            id="alert-moved"
            label="追回、补发、停发了多少钱（元，没有就空着）"
            example="762.50"
            maxLength={16}
            value={draft.moved}
            onChange={set('moved')}
          />
        </>
      )}
      {asksFor[act].includes('days') && (
        <TextBox
          id="alert-days"
          label="几天内改好"
          hint={`最长 ${file.days.most} 天。`}
          digits
          maxLength={3}
          value={draft.days}
          onChange={set('days')}
        />
      )}
      <TextLines id="alert-words" label={label} hint={hint} maxLength={500} rows={3} value={draft.words} onChange={set('words')} />
    </Form>
  )
}
