import type { DeskMe } from '#contract/office/desk'
import type { Monthly } from '#contract/supervision/monthly'
import { sayMoment } from '../../../services/wire/clock'
import { Form } from '../../../ui/desk/form'
import { State } from '../../../ui/desk/state'
import { useSending } from '../../../ui/desk/use-sending'
import { Notice } from '../../../ui/read/notice'
import { useSignMonthly } from './use-monthly'

/** Who signed this month, or the head's way to; a month is signed when it is over, and again when something was added. */
export function Signature({ monthly, me }: { monthly: Monthly; me: DeskMe }) {
  const sign = useSignMonthly()
  const { trouble, onSend } = useSending(
    () => undefined,
    () => sign.mutate(monthly),
    sign.error,
  )
  const { signed, over } = monthly
  const due = over && (!signed || signed.changed)
  return (
    <div className="signature">
      {signed && <State kind={signed.changed ? 'needs-you' : 'done'} words={`${signed.by} ${sayMoment(Date.parse(signed.at))}签字`} />}
      {signed?.changed && (
        <Notice id="monthly-changed" kind="needs-you">
          签字后又有新记录，请再看一遍。
        </Notice>
      )}
      {!over && <Notice id="monthly-not-over">这个月还没有过完，过完再签字。现在看到的是到今天为止的。</Notice>}
      {due && me.role !== 'head' && <Notice id="monthly-waiting">{`等${me.agency}的一把手看过签字。`}</Notice>}
      {due && me.role === 'head' && (
        <Form id="monthly-sign" send="看过了，签字" busy={sign.isPending && '正在签字…'} trouble={trouble} onSend={onSend} />
      )}
    </div>
  )
}
