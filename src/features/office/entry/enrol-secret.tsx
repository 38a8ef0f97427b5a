import { roleNames } from '#domain/access/staff'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { QrPicture } from '../../../ui/desk/qr-picture'
import { TextBox } from '../../../ui/desk/text-box'
import { TotpBox } from '../../../ui/desk/totp-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { PassphraseBox } from './passphrase-box'
import { totpFault } from './six-digits'
import type { EnrolTicket } from './use-desk'
import { useEnrol } from './use-desk'

const shortest = 12
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

interface Props {
  code: string
  ticket: EnrolTicket
  renewing: boolean
  onAgain: () => void
  onBack: () => void
}

/** The telephone's authenticator takes the secret from a picture or by hand; then a name, a passphrase twice, and the first six digits. */
export function EnrolSecret({ code, ticket, renewing, onAgain, onBack }: Props) {
  const enrol = useEnrol()
  const { draft, set } = useDraft({ login: '', passphrase: '', again: '', totp: '' })
  const faultOf = () => {
    if (!/^[a-z][a-z0-9._-]{2,31}$/.test(draft.login.trim().toLowerCase()))
      return '登录名用 3 到 32 个小写字母、数字，字母开头，例如 zhangsan。'
    if (draft.passphrase.length < shortest) return `口令至少 ${shortest} 个字，现在有 ${draft.passphrase.length} 个。可以用一句好记的话。`
    if (draft.passphrase !== draft.again) return '两次填的口令不一样。可以点“显示”对一对。'
    return totpFault(draft.totp)
  }
  const { login, passphrase, totp } = draft
  const { trouble, onSend } = useSending(
    faultOf,
    () => enrol.mutate({ code, ticket: ticket.ticket, login, passphrase, totp }, { onError: () => set('totp')('') }),
    enrol.error,
  )
  return (
    <Form
      id="enrol-finish"
      send="开通并登录"
      busy={enrol.isPending && '正在开通…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <>
          <Press id="enrol-renew" kind="quiet" busy={renewing && '正在换…'} onPress={onAgain}>
            过了 15 分钟？换一张二维码
          </Press>
          <Press id="enrol-back" kind="quiet" onPress={onBack}>
            返回登录
          </Press>
        </>
      }
    >
      <p
        id="enrol-whom"
        className="enrol__whom"
      >{`为 ${ticket.name}（${roleNames[ticket.role]}，${ticket.agency}）开通。不是您本人，请停下，告诉给您邀请码的人。`}</p>
      <div className="enrol__secret">
        <QrPicture id="enrol-qr" text={ticket.uri} name="验证器要扫的二维码" />
        <div className="enrol__words">
          <p>用手机验证器扫这张二维码，每 30 秒会换一个 6 位动态码。</p>
          <p>扫不了，就在验证器里手工填这串密钥：</p>
          <p id="enrol-secret" className="enrol__key">
            {inFours(ticket.secret)}
          </p>
        </div>
      </div>
      <TextBox
        id="enrol-login"
        label="登录名"
        hint="自己起，小写字母开头，例如 zhangsan。"
        fills="username"
        maxLength={32}
        value={draft.login}
        onChange={set('login')}
      />
      <PassphraseBox
        id="enrol-passphrase"
        label="口令"
        hint={`至少 ${shortest} 个字。一句自己好记、别人猜不到的话最好。`}
        fills="new-password"
        value={draft.passphrase}
        onChange={set('passphrase')}
      />
      <PassphraseBox id="enrol-again" label="口令再填一遍" fills="new-password" value={draft.again} onChange={set('again')} />
      <TotpBox id="enrol-totp" hint="手机验证器上现在的 6 位数字。" value={draft.totp} onChange={set('totp')} />
    </Form>
  )
}
