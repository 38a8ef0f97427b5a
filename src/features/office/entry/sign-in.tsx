import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { TotpBox } from '../../../ui/desk/totp-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { PassphraseBox } from './passphrase-box'
import { totpFault } from './six-digits'
import { useSignIn } from './use-desk'

/**
 * Login name, passphrase and the six digits of the officer's own telephone. A refusal leaves name and passphrase; the digits
 * are used up.
 */
export function SignIn({ onFirstTime }: { onFirstTime: () => void }) {
  const signIn = useSignIn()
  const { draft, set } = useDraft({ login: '', passphrase: '', totp: '' })
  const faultOf = () => {
    if (draft.login.trim() === '') return '请填登录名。'
    if (draft.passphrase === '') return '请填口令。'
    return totpFault(draft.totp)
  }
  const { trouble, onSend } = useSending(faultOf, () => signIn.mutate(draft, { onError: () => set('totp')('') }), signIn.error)
  return (
    <Form
      id="office-sign-in"
      send="登录"
      busy={signIn.isPending && '正在登录…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="office-first-time" kind="quiet" onPress={onFirstTime}>
          第一次来？用邀请码开通
        </Press>
      }
    >
      <TextBox id="office-login" label="登录名" fills="username" ready maxLength={80} value={draft.login} onChange={set('login')} />
      <PassphraseBox id="office-passphrase" label="口令" fills="current-password" value={draft.passphrase} onChange={set('passphrase')} />
      <TotpBox id="office-totp" hint="手机验证器上的 6 位数字，30 秒换一次。" value={draft.totp} onChange={set('totp')} />
    </Form>
  )
}
