import { useState } from 'react'
import { invitationCodeLength, readInvitationCode } from '#domain/access/invitation-code'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useSending } from '../../../ui/desk/use-sending'
import { EnrolSecret } from './enrol-secret'
import type { EnrolTicket } from './use-desk'
import { useEnrolStart } from './use-desk'

/** Opening one's desk: first the code from the data officer, which says whom it is for; then what one signs in with from now on. */
export function Enrol({ onBack }: { onBack: () => void }) {
  const start = useEnrolStart()
  const [typed, setTyped] = useState('')
  const [ticket, setTicket] = useState<EnrolTicket>()
  const faultOf = () =>
    readInvitationCode(typed) ? undefined : `邀请码是 ${invitationCodeLength} 位字母和数字，请对照当面给您的再看一遍。`
  const { trouble, onSend } = useSending(faultOf, () => start.mutate(typed, { onSuccess: setTicket }), start.error)
  if (ticket) return <EnrolSecret code={typed} ticket={ticket} onBack={onBack} onAgain={onSend} renewing={start.isPending} />
  return (
    <Form
      id="enrol-start"
      send="下一步"
      busy={start.isPending && '正在核对…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="enrol-back" kind="quiet" onPress={onBack}>
          已经开通，去登录
        </Press>
      }
    >
      <TextBox
        id="enrol-code"
        label="邀请码（12 位）"
        hint="单位里同意的那个人当面给的，过了写着的时间就不能用了。"
        example="ABCD-EFGH-JKMN"
        ready
        maxLength={40}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  )
}
