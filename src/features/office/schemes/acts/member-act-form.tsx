import type { SchemeMemberFile } from '#contract/office/schemes'
import { yuan } from '#domain/money/money'
import { sayWhen, type Day } from '#domain/time/dates'
import { membershipActNames } from '#domain/work/memberships'
import { Form } from '../../../../ui/desk/form'
import { Press } from '../../../../ui/desk/press'
import { SelectBox } from '../../../../ui/desk/select-box'
import { TextBox } from '../../../../ui/desk/text-box'
import { TextLines } from '../../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import { useSending } from '../../../../ui/desk/use-sending'
import { useDoing } from '../use-schemes'
import type { ActDraft, MemberAct } from './act-given'
import { asked, faultOf, send } from './act-given'

interface Props {
  act: MemberAct
  file: SchemeMemberFile
  today: Day
  onDone: () => void
  onClose: () => void
}

/** What one act asks for; what was typed stays when it does not get through. */
export function MemberActForm({ act, file, today, onDone, onClose }: Props) {
  const { id, listedFen, standingFen, state } = file.row
  const whole = act === 'return' ? standingFen : act === 'sign' && state === 'listed' ? listedFen : 0
  const empty: ActDraft = {
    words: '',
    on: act === 'sign' ? '' : today,
    amount: whole > 0 ? String(whole / 100) : '',
    reasonId: '',
    at: '',
    signerId: '',
  }
  const { draft, set, clear } = useKeptDraft<ActDraft>(`scheme ${act} ${id}`, empty)
  const doing = useDoing(
    () => send(act, id, draft),
    () => {
      clear()
      onDone()
    },
  )
  const { trouble, onSend } = useSending(
    () => faultOf(act, draft),
    () => doing.mutate(),
    doing.error,
  )
  const { label, hint, on, amount, reason, entry, signer } = asked[act]
  return (
    <Form
      id={`member-${act}`}
      send={membershipActNames[act]}
      busy={doing.isPending && '正在办…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="member-act-close" kind="quiet" onPress={onClose}>
          先不办
        </Press>
      }
    >
      {reason && (
        <SelectBox
          id="member-reason"
          label="为什么退出"
          empty="请选择"
          options={file.reasons.map((one) => ({ id: one.id, label: one.name }))}
          value={draft.reasonId}
          onChange={set('reasonId')}
        />
      )}
      {entry && (
        <SelectBox
          id="member-at"
          label="哪一笔记错了"
          empty="请选择"
          options={file.entries.flatMap(({ at, on: day, amountFen }) =>
            at === undefined ? [] : [{ id: String(at), label: `${sayWhen(day)} ${yuan(amountFen)} 元` }],
          )}
          value={draft.at}
          onChange={set('at')}
        />
      )}
      {signer !== undefined && (
        <SelectBox
          id="member-signer"
          label={signer}
          hint="这一户的成年人。不在里面的，请先在名册上核对。"
          empty="请选择"
          options={file.signers.map(({ id: of, who }) => ({ id: of, label: who }))}
          value={draft.signerId}
          onChange={set('signerId')}
        />
      )}
      {on !== undefined && <TextBox id="member-on" label={on} type="date" max={today} value={draft.on} onChange={set('on')} />}
      {amount !== undefined && <TextBox id="member-amount" label={amount} maxLength={14} value={draft.amount} onChange={set('amount')} />}
      <TextLines id="member-words" label={label} hint={hint} maxLength={500} rows={3} value={draft.words} onChange={set('words')} />
    </Form>
  )
}
