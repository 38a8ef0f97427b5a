import type { DeskMe } from '#contract/office/desk'
import { roleNames } from '#domain/access/staff'
import { useStandUp } from '../../features/office/entry/use-desk'
import { ElderSwitch } from '../../features/public/reading/elder-switch'
import { sayMoment } from '../../services/wire/clock'
import { sayTrouble } from '../../services/desk/office-call'
import { Press } from '../../ui/desk/press'
import { Notice } from '../../ui/read/notice'

/** Whose desk it is, until when, and the way out. */
export function TopLine({ me }: { me: DeskMe | undefined }) {
  const standUp = useStandUp()
  const trouble = sayTrouble(standUp.error)
  return (
    <header className="top-line">
      <strong className="top-line__name">小康码办公</strong>
      {me && (
        <div className="top-line__who">
          <span id="office-who">{`${me.name}（${roleNames[me.role]}） · ${me.agency}`}</span>
          <span className="top-line__until">{`登录到 ${sayMoment(Date.parse(me.until))}`}</span>
        </div>
      )}
      <div className="top-line__end">
        <ElderSwitch />
        {me && (
          <Press id="office-sign-out" kind="quiet" busy={standUp.isPending && '正在退出…'} onPress={() => standUp.mutate()}>
            退出
          </Press>
        )}
      </div>
      {trouble !== undefined && <Notice kind="wrong">{`还没有退出。${trouble}`}</Notice>}
    </header>
  )
}
