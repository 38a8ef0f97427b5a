import type { DeskMe } from '#contract/office/desk'
import { sayMoment } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useWithdrawStaff } from './use-staff'

/** Somebody says that this colleague needs a new code. Whoever did not ask for one stops it here: what they sign in with stays. */
export function ResetNotice({ resets }: { resets: DeskMe['resets'] }) {
  const stop = useWithdrawStaff()
  const trouble = sayTrouble(stop.error)
  return (
    <>
      {resets.map(({ id, askedBy, askedAt, approvedBy }) => (
        <Notice key={id} id={`reset-${id}`} kind="needs-you">
          {`${askedBy} ${sayMoment(Date.parse(askedAt))}提出给您重发邀请码${approvedBy === undefined ? '，还没有人同意' : `，${approvedBy}同意了，邀请码在他手里`}。用了新码，您现在的口令和动态码就作废。不是您要的，请马上停掉，并告诉一把手。`}
          <Press id={`reset-stop-${id}`} busy={stop.isPending && '正在停…'} onPress={() => stop.mutate(id)}>
            不是我要的，停掉
          </Press>
        </Notice>
      ))}
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </>
  )
}
