import type { CaseFile } from '#contract/office/cases'
import { isCalendarDay, type Day } from '#domain/time/dates'
import { caseActNames } from '#domain/work/cases'
import { homeCheckOpinionNames, homeCheckOpinions } from '#domain/work/home-check'
import { ask } from '../../../../services/desk/office-call'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextBox } from '../../../../ui/desk/text-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { amounts } from '../amounts'
import { useDoing } from '../use-cases'
import { emptyCheck, faultOfCheck, foundOf } from './check-given'

interface Props {
  file: CaseFile
  today: Day
  onDone: (words: string) => void
  onClose: () => void
}

/** What was found at home, where it was written on paper: one form for 监测 and 救助. */
export function CheckForm({ file, today, onDone, onClose }: Props) {
  const { id, people } = file.row
  const { draft, set, clear } = useKeptDraft(`case checked ${id}`, emptyCheck(today, people))
  const doing = useDoing(
    () => ask('office', 'checkedCase', { id, on: draft.on as Day, found: foundOf(draft) }),
    () => {
      clear()
      onDone('入户核查记下来了。')
    },
  )
  const { trouble, onSend } = useSending(
    () => (isCalendarDay(draft.on) ? faultOfCheck(draft) : '请选哪一天入户的。'),
    () => doing.mutate(),
    doing.error,
  )
  return (
    <Form
      id="case-checked"
      send={caseActNames.checked}
      busy={doing.isPending && '正在记…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="case-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      <TextBox id="check-on" label="哪一天入户的" type="date" max={today} value={draft.on} onChange={set('on')} />
      <TextBox id="check-met" label="见到谁" example="本人、配偶、邻居" maxLength={40} value={draft.met} onChange={set('met')} />
      <SelectBox
        id="check-consent"
        label="同不同意和部门数据比对"
        empty="请选择"
        options={[
          { id: 'yes', label: '同意' },
          { id: 'no', label: '没有同意' },
        ]}
        value={draft.consent}
        onChange={set('consent')}
      />
      <TextBox id="check-people" label="一起过的有几个人" digits maxLength={2} value={draft.people} onChange={set('people')} />
      <p className="table__note">下面是最近一年的钱，单位是元。没有就写 0，问不清楚的空着。</p>
      <div className="case__amounts">
        {amounts.map((one) => (
          <TextBox key={one.id} id={`check-${one.id}`} label={one.label} maxLength={14} value={draft[one.id]} onChange={set(one.id)} />
        ))}
      </div>
      <TextBox
        id="check-housing"
        label="住房"
        example="自家两间砖瓦房，有漏雨"
        maxLength={200}
        value={draft.housing}
        onChange={set('housing')}
      />
      <TextLines id="check-seen" label="看到什么、听到什么" maxLength={500} rows={3} value={draft.seen} onChange={set('seen')} />
      <SelectBox
        id="check-opinion"
        label="去的人看"
        empty="请选择"
        options={homeCheckOpinions.map((opinion) => ({ id: opinion, label: homeCheckOpinionNames[opinion] }))}
        value={draft.opinion}
        onChange={set('opinion')}
      />
    </Form>
  )
}
