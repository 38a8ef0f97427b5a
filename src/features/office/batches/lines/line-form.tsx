import type { BatchLineFile } from '#contract/office/batch-lines'
import { yuan } from '#domain/money/money'
import { lineActNames } from '#domain/work/batch-lines'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextBox } from '../../../../ui/desk/text-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import type { Act, Draft } from './line-given'
import { faultOf, send, wantedFor } from './line-given'
import { useLineDoing } from './use-lines'

interface Props {
  act: Act
  file: BatchLineFile
  onDone: (words: string) => void
  onClose: () => void
}

const said = [
  { id: 'credit', label: '到账了' },
  { id: 'refuse', label: '没有入账' },
  { id: 'return', label: '到账后又退回了' },
] as const

/** What one act on one line asks for; what was typed stays when it does not get through. */
export function LineForm({ act, file, onDone, onClose }: Props) {
  const { row } = file
  const { draft, set, clear } = useKeptDraft<Draft>(`line ${act} ${row.id}`, {
    ...{ words: '', said: '', accountName: '', card: '' },
    amount: yuan(row.amountFen),
  })
  const doing = useLineDoing(
    () => send(act, file, draft),
    () => {
      clear()
      onDone(`“${lineActNames[act]}”办好了。`)
    },
  )
  const { trouble, onSend } = useSending(
    () => faultOf(act, draft, file),
    () => doing.mutate(),
    doing.error,
  )
  const { asks, label, hint, then } = wantedFor[act]
  return (
    <Form
      id={`line-${act}`}
      send={`${lineActNames[act]}：${asks.includes('amount') ? draft.amount.trim() : yuan(row.amountFen)} 元`}
      busy={doing.isPending && '正在办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="line-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      <p className="batch__asks">{`${row.who}的${row.programme}，${yuan(row.amountFen)} 元。${then}`}</p>
      {asks.includes('said') && (
        <SelectBox id="line-said" label="银行怎么说" empty="请选择" options={said} value={draft.said} onChange={set('said')} />
      )}
      {(asks.includes('amount') || draft.said === 'credit') && (
        <TextBox
          id="line-amount"
          label={act === 'tookBack' ? '这一次追回多少元' : '到账多少元'}
          maxLength={16}
          value={draft.amount}
          onChange={set('amount')}
        />
      )}
      {asks.includes('account') && (
        <>
          <TextBox id="line-account" label="新账户的户名" maxLength={60} value={draft.accountName} onChange={set('accountName')} />
          <TextBox id="line-card" label="新卡号" digits maxLength={32} value={draft.card} onChange={set('card')} />
        </>
      )}
      <TextLines id="line-words" label={label} hint={hint} maxLength={500} rows={2} value={draft.words} onChange={set('words')} />
    </Form>
  )
}
