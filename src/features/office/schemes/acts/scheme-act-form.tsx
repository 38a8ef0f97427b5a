import type { SchemeFile } from '#contract/office/schemes'
import type { Day } from '#domain/time/dates'
import { schemeActNames, type SchemeAct } from '#domain/work/schemes'
import { ask } from '../../../../services/desk/office-call'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { TextBox } from '../../../../ui/desk/text-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { useDoing } from '../use-schemes'
import { faultOfTerms, readRate, readYear } from './rate-given'

interface Props {
  act: SchemeAct
  file: SchemeFile
  today: Day
  onDone: () => void
  onClose: () => void
}

/** Other terms, the second person's word on them, or the end of a scheme. */
export function SchemeActForm({ act, file, today, onDone, onClose }: Props) {
  const { id } = file.row
  const empty = { words: '', rate: '', fromYear: String(Number(today.slice(0, 4)) + 1) }
  const { draft, set, clear } = useKeptDraft(`scheme ${act} ${id}`, empty)
  const words = draft.words.trim()
  const doing = useDoing(
    () =>
      act === 'change'
        ? ask('office', 'changeTerms', { id, words, rate: readRate(draft.rate)!, fromYear: readYear(draft.fromYear)! })
        : act === 'end'
          ? ask('office', 'endScheme', { id, words })
          : ask('office', 'decideScheme', { id, words, act: act === 'approve' ? 'approve' : 'refuse' }),
    () => {
      clear()
      onDone()
    },
  )
  const { trouble, onSend } = useSending(
    () => (act === 'change' ? faultOfTerms(draft) : undefined) ?? (words.length < 4 ? '请写清楚理由，至少 4 个字。' : undefined),
    () => doing.mutate(),
    doing.error,
  )
  return (
    <Form
      id={`scheme-${act}`}
      send={schemeActNames[act]}
      busy={doing.isPending && '正在办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="scheme-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      {act === 'change' && (
        <>
          <TextBox id="scheme-rate" label="一年分本金的百分之几" example="8" maxLength={6} value={draft.rate} onChange={set('rate')} />
          <TextBox id="scheme-from" label="从哪一年起" digits maxLength={4} value={draft.fromYear} onChange={set('fromYear')} />
        </>
      )}
      <TextLines
        id="scheme-words"
        label={act === 'change' ? '为什么改、凭什么文件' : '理由'}
        hint="写进经过。"
        maxLength={500}
        rows={3}
        value={draft.words}
        onChange={set('words')}
      />
    </Form>
  )
}
