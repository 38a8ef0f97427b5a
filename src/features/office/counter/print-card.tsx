import type { PrintedCard as Printed } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import { groupToken, readCodeToken } from '#domain/access/code-token'
import { sayTrouble } from '../../../services/desk/office-call'
import { CardFace } from '../../../ui/desk/card-face'
import { Form } from '../../../ui/desk/form'
import { Paper } from '../../../ui/desk/paper'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Notice } from '../../../ui/read/notice'
import { useCardGiven, usePrintCard } from './use-card'

/** The card once more where it is torn; a new one where it was lost, the old one void at once. Free, as the public page promises. */
export function PrintCard({ token, onNext }: { token: CodeToken; onNext: (token: CodeToken) => void }) {
  const print = usePrintCard(token)
  const { draft, set } = useDraft({ why: '' })
  const { trouble, onSend } = useSending(
    () => (draft.why.trim().length < 2 ? '请写为什么换，例如：丢了。' : undefined),
    () => print.mutate(draft.why),
    print.error,
  )
  const replaced = print.data && readCodeToken(print.data.token)
  if (print.data && replaced)
    return (
      <Ready
        card={print.data}
        isNew={replaced !== token}
        onDone={() => {
          print.reset()
          if (replaced !== token) onNext(replaced)
        }}
      />
    )
  return (
    <>
      <Form id="card-replace" send="换新卡，旧卡作废" busy={print.isPending && '正在办…'} trouble={trouble} onSend={onSend}>
        <TextBox id="card-why" label="为什么换" example="丢了" maxLength={100} value={draft.why} onChange={set('why')} />
      </Form>
      <div className="below">
        <Press id="card-print" busy={print.isPending && '正在办…'} onPress={() => print.mutate(undefined)}>
          卡还在，只是旧了：再印一张一样的
        </Press>
        {sayTrouble(print.error) !== undefined && trouble === undefined && <Notice kind="wrong">{sayTrouble(print.error)}</Notice>}
      </div>
    </>
  )
}

function Ready({ card, isNew, onDone }: { card: Printed; isNew: boolean; onDone: () => void }) {
  const given = useCardGiven(onDone)
  const trouble = sayTrouble(given.error)
  return (
    <>
      <Notice id="card-ready">
        {isNew ? '旧卡已经作废，扫它什么也看不到。请印新卡，当面交给本人。' : '请印出来，当面交给本人；旧的那张收回剪掉。'}
      </Notice>
      <div id="card-new-token" className="table__note">
        {groupToken(card.token as CodeToken)}
      </div>
      <div className="form__end">
        <Press id="card-print-now" kind="main" onPress={() => window.print()}>
          打印卡片
        </Press>
        <Press id="card-print-done" busy={given.isPending && '正在记…'} onPress={() => given.mutate(card.token as CodeToken)}>
          印好了，交给本人了
        </Press>
        <Press id="card-print-later" kind="quiet" onPress={onDone}>
          没印，以后再印
        </Press>
      </div>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      <Paper>
        <CardFace id="printed-card" card={card} />
      </Paper>
    </>
  )
}
