import { county } from '../../../../services/built-in/county'
import { ask } from '../../../../services/desk/office-call'
import { SelectBox } from '../../../../ui/desk/select-box'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { Notice } from '../../../../ui/read/notice'
import type { ActProps } from './act-props'
import { sealWords, wrapLetters } from '../letters/pen'
import { isOpen } from '../letters/read-letters'
import { useAct } from '../use-reports'
import { WordsForm } from '../keys/words-form'

interface Draft {
  office: string
  /** Absent as long as they are ours. */ words?: string
}

/** Hands a report to another office, so that only its keys open it from then on. */
export function Pass({ id, pen, letters, passTo, onGone, onClose }: ActProps) {
  const others = county.reports.offices.filter((office) => office.id !== pen.officeId)
  const { draft, set, clear } = useKeptDraft<Draft>(`report pass ${id}`, { office: passTo ?? (others.length === 1 ? others[0]!.id : '') })
  const to = others.find((office) => office.id === draft.office)
  const words =
    draft.words ?? (to ? `您的举报转给${to.name}了，以后由他们在这里答复您，请隔几天再来看。要补充，在这里写就会送到他们那里。` : '')
  const ours = letters.all.filter(({ side }) => side === 'reporter')
  const act = useAct(
    async (order: { to: (typeof others)[number]; words: string }) =>
      ask('supervision', 'passReport', {
        id,
        office: order.to.id,
        keys: await wrapLetters(ours.filter(isOpen), order.to),
        answer: await sealWords(pen, 'passed', order.words, order.to.id),
      }),
    () => {
      clear()
      onGone(`转给${to?.name ?? '那个单位'}了，这里不再有它。`)
    },
  )
  if (!ours.every(isOpen))
    return (
      <Notice id="report-pass-shut" kind="needs-you">
        有一段还没有打开，转不了：对方会打不开。请先插上能打开它的钥匙。
      </Notice>
    )
  return (
    <WordsForm
      id="report-pass"
      send={to ? `转给${to.name}` : '转走'}
      busy={act.isPending && '正在转封…'}
      error={act.error}
      words={words}
      onWords={set('words')}
      faultOf={() => (to ? undefined : '请选转给哪个单位。')}
      onSend={() => {
        if (to) act.mutate({ to, words })
      }}
      onClose={onClose}
    >
      <Notice id="report-pass-leaves" kind="needs-you">
        举报人写的每一段都在这里改封给对方的钥匙。转走以后本单位打不开，也看不到它；转错了，只能请对方转回来。
      </Notice>
      <SelectBox
        id="report-office"
        label="转给哪个单位"
        empty="请选择"
        options={others.map((office) => ({ id: office.id, label: office.name }))}
        value={draft.office}
        onChange={set('office')}
      />
    </WordsForm>
  )
}
