import type { CodeToken } from '#domain/access/code-token'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useReleaseBinding } from './use-card'

/** After too many wrong bindings today: who stands here was seen, the household may try again. */
export function Stopped({ token }: { token: CodeToken }) {
  const release = useReleaseBinding(token)
  const trouble = sayTrouble(release.error)
  return (
    <div className="below">
      <Notice id="card-stopped" kind="needs-you">
        这一户今天绑定手机核对错的次数太多，停住了。认了人，可以放开再绑。
      </Notice>
      <Press id="card-release" busy={release.isPending && '正在放开…'} onPress={() => release.mutate()}>
        放开，可以再绑
      </Press>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </div>
  )
}
