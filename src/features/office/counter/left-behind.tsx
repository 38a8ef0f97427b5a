import type { OutputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { CodeToken } from '#domain/access/code-token'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { platforms } from './phone-words'
import { useEndProxy, useUnbindPhone } from './use-card'

/** What a phone that was just unbound had let in; each is ended with one press. */
export function LeftBehind({
  token,
  trusts,
  phones,
}: { token: CodeToken } & Pick<OutputOf<typeof office.unbindPhone>, 'trusts' | 'phones'>) {
  const end = useEndProxy(token)
  const unbind = useUnbindPhone(token)
  if (trusts.length + phones.length === 0) return <Notice>解绑了。那部手机没有办过委托。</Notice>
  const trouble = sayTrouble(end.error) ?? sayTrouble(unbind.error)
  return (
    <>
      <Notice id="left-behind" kind="needs-you">
        解绑了。那部手机还办过下面这些，请问本人要不要一起停。
      </Notice>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      {trusts.map(({ id, name, relation }) => (
        <div key={id} className="line">
          <div>{`让${name}（${relation}）看`}</div>
          <Press id={`left-${id}`} busy={end.isPending && '正在收回…'} onPress={() => end.mutate(id)}>
            收回
          </Press>
        </div>
      ))}
      {phones.map(({ id, platform }) => (
        <div key={id} className="line">
          <div>{`它认过的手机：${platforms[platform]}`}</div>
          <Press id={`left-${id}`} busy={unbind.isPending && '正在解绑…'} onPress={() => unbind.mutate(id)}>
            解绑
          </Press>
        </div>
      ))}
    </>
  )
}
