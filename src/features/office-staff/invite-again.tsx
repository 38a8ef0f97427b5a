import type { StaffRow } from '#contract/office-people'
import { sayTrouble } from '../../services/office-call'
import { OneTimeCode } from '../../ui/desk/one-time-code'
import { Sure } from '../../ui/desk/sure'
import { useInvite } from './use-staff'

/** A new code for somebody who cannot come in any more: another telephone, a forgotten passphrase. The old ones end when it is used. */
export function InviteAgain({ row: { id, name } }: { row: StaffRow }) {
  const invite = useInvite()
  if (invite.data) return <OneTimeCode id={`staff-code-${id}`} {...invite.data} words={`给 ${name} 的一次性邀请码，请当面交给本人：`} onDone={invite.reset} />
  return (
    <Sure
      id={`staff-again-${id}`}
      first="重发邀请码"
      name={`重发邀请码给${name}`}
      question={`${name}换了手机、忘了口令？请当面核对本人再发。用新码开通后，原来的口令和动态码就作废。`}
      second="发"
      busy={invite.isPending && '正在生成…'}
      trouble={sayTrouble(invite.error)}
      onSure={() => invite.mutate({ staffId: id })}
    />
  )
}
