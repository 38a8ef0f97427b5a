import { isCalendarDay, type Day } from '#domain/time/dates'
import { ask } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { faultOfTerms, readRate, readYear } from './acts/rate-given'
import { useDoing, useSchemes } from './use-schemes'

interface Props {
  /** As lists of dividends call it; empty for a new one. */
  name: string
  today: Day
  onOpened: (id: string) => void
}

const faultOf = (draft: {
  name: string
  mode: string
  operator: string
  startOn: string
  words: string
  rate: string
  fromYear: string
}) => {
  if (draft.name.trim().length < 2) return '请写项目名称，和分红表上一样。'
  if (draft.mode === '') return '请选一种方式。'
  if (draft.operator.trim().length < 2) return '请写谁在经营。'
  if (!isCalendarDay(draft.startOn)) return '请选从哪天起。'
  return faultOfTerms(draft) ?? (draft.words.trim().length < 4 ? '请写清楚凭什么文件、协议，至少 4 个字。' : undefined)
}

/** A scheme is registered by one and approved by another. Its name joins it to the lists of dividends. */
export function OpenForm({ name, today, onOpened }: Props) {
  const empty = { name, mode: '', operator: '', town: '', startOn: '', rate: '', fromYear: today.slice(0, 4), words: '' }
  const { draft, set, clear } = useKeptDraft(`scheme open ${name}`, empty)
  const doing = useDoing(
    () =>
      ask('office', 'openScheme', {
        ...{ name: draft.name.trim(), mode: draft.mode, operator: draft.operator.trim(), startOn: draft.startOn as Day },
        ...(draft.town !== '' && { town: draft.town }),
        ...{ rate: readRate(draft.rate)!, fromYear: readYear(draft.fromYear)!, words: draft.words.trim() },
      }),
    ({ row }) => {
      clear()
      onOpened(row.id)
    },
  )
  const { trouble, onSend } = useSending(
    () => faultOf(draft),
    () => doing.mutate(),
    doing.error,
  )
  return (
    <article className="sheet scheme" aria-label="登记项目">
      <Heading level={2}>登记一个项目</Heading>
      <WhenReady query={useSchemes()} words="正在打开…">
        {({ opens }) => (
          <Form id="scheme-send" send="登记，等另一个人批准" busy={doing.isPending && '正在登记…'} trouble={trouble} onSend={onSend}>
            <TextBox
              id="scheme-name"
              label="项目名称"
              hint="和分红表上写的一模一样，才对得上。"
              maxLength={60}
              value={draft.name}
              onChange={set('name')}
            />
            <SelectBox
              id="scheme-mode"
              label="方式"
              empty="请选择"
              options={opens.modes.map((mode) => ({ id: mode.id, label: mode.name }))}
              value={draft.mode}
              onChange={set('mode')}
            />
            <TextBox
              id="scheme-operator"
              label="谁经营"
              example="公司、合作社、村集体"
              maxLength={80}
              value={draft.operator}
              onChange={set('operator')}
            />
            <SelectBox
              id="scheme-town"
              label="在哪里"
              options={[{ id: '', label: '全县' }, ...opens.towns.map((town) => ({ id: town.id, label: town.name }))]}
              value={draft.town}
              onChange={set('town')}
            />
            <TextBox id="scheme-start" label="从哪天起" type="date" value={draft.startOn} onChange={set('startOn')} />
            <TextBox id="scheme-rate" label="一年分本金的百分之几" example="8" maxLength={6} value={draft.rate} onChange={set('rate')} />
            <TextBox
              id="scheme-from"
              label="从哪一年起按这个分"
              hint="这一年起的分红才算应分多少、差多少；没有导入过分红表的年份，不要写进来。"
              digits
              maxLength={4}
              value={draft.fromYear}
              onChange={set('fromYear')}
            />
            <TextLines id="scheme-words" label="凭什么文件、协议" maxLength={500} rows={3} value={draft.words} onChange={set('words')} />
          </Form>
        )}
      </WhenReady>
    </article>
  )
}
