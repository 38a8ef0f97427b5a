import type { BatchList } from '#contract/office/batches'
import { isCalendarDay, type Day, type Month } from '#domain/time/dates'
import { ask } from '../../../services/desk/office-call'
import { CheckList } from '../../../ui/desk/check-list'
import { Form } from '../../../ui/desk/form'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Empty } from '../../../ui/read/empty'
import { sayTotals } from './batch-words'
import { useDoing, type BatchSources } from './use-batches'

interface Props {
  agencyId: string
  month: Month
  sources: BatchSources
  banks: BatchList['banks']
  today: Day
  onOpened: (id: string) => void
}

/** What a batch is drafted from: a plan, what is due, or what came back; each with how much that is. */
export function DraftForm({ agencyId, month, sources, banks, today, onOpened }: Props) {
  const froms = choicesOf(sources)
  const { draft, set, clear } = useKeptDraft(`batch draft ${agencyId} ${month}`, {
    ...{ from: froms[0]?.id ?? '', bankId: banks[0]?.id ?? '', fundedOn: '' },
    programmes: sources.programmes.map(({ id }) => id),
  })
  const chosen = froms.find(({ id }) => id === draft.from) ?? froms[0]
  const isAll = draft.programmes.length === sources.programmes.length
  const doing = useDoing(
    () =>
      ask('office', 'draftBatch', {
        ...{ agencyId, month, bankId: draft.bankId, ...chosen!.sent },
        ...(!isAll && { programmes: draft.programmes }),
        ...(draft.fundedOn !== '' && { fundedOn: draft.fundedOn as Day }),
      }),
    ({ row }) => {
      clear()
      onOpened(row.id)
    },
  )
  const faultOf = () => {
    if (draft.programmes.length === 0) return '请至少勾一个项目。'
    if (draft.fundedOn !== '' && !(isCalendarDay(draft.fundedOn) && draft.fundedOn <= today))
      return '钱哪天到县里，请选今天或以前的一天；不知道就空着。'
    return draft.bankId === '' ? '县里还没有写明给哪家银行、什么格式的文件，请找县数据管理部门补上。' : undefined
  }
  const { trouble, onSend } = useSending(faultOf, () => doing.mutate(), doing.error)
  if (chosen === undefined)
    return (
      <Empty>这个月没有可以编的：没有部门的发放计划，没有算出来该发的，也没有退回来要重发的。计划在“收文件”里导入；换一个月看看。</Empty>
    )
  return (
    <Form id="batch-draft" send="开始编这一批" busy={doing.isPending && '正在开始…'} trouble={trouble} onSend={onSend}>
      <SelectBox id="batch-from" label="从哪里编" options={froms} value={chosen.id} onChange={set('from')} />
      {sources.programmes.length > 1 && (
        <CheckList
          id="batch-programmes"
          label="发哪几项"
          options={sources.programmes.map(({ id, name }) => ({ id, label: name }))}
          chosen={draft.programmes}
          onChange={set('programmes')}
        />
      )}
      {banks.length > 1 && (
        <SelectBox
          id="batch-bank"
          label="交给哪家银行"
          options={banks.map(({ id, name }) => ({ id, label: name }))}
          value={draft.bankId}
          onChange={set('bankId')}
        />
      )}
      <TextBox
        id="batch-funded"
        label="这笔钱哪天到县里的"
        hint="从这天起数钱在县里放了几天。不知道就空着，以后再记。"
        type="date"
        max={today}
        value={draft.fundedOn}
        onChange={set('fundedOn')}
      />
    </Form>
  )
}

type Sent = { from: 'plan'; importId: string } | { from: 'entitlements' | 'returned' }

/** Each way there is something for, with how much; plans first. */
function choicesOf({ plans, entitlements, returned }: BatchSources): { id: string; label: string; sent: Sent }[] {
  return [
    ...plans.map(({ importId, fileName, totals }) => ({
      ...{ id: importId, label: `部门的计划“${fileName}”：${sayTotals(totals)}` },
      sent: { from: 'plan', importId } as const,
    })),
    ...(entitlements.lines > 0
      ? [{ id: 'entitlements', label: `按应发的：${sayTotals(entitlements)}`, sent: { from: 'entitlements' } as const }]
      : []),
    ...(returned.lines > 0
      ? [{ id: 'returned', label: `没到账、账户改好了要重发的：${sayTotals(returned)}`, sent: { from: 'returned' } as const }]
      : []),
  ]
}
