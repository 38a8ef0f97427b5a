import { useState } from 'react'
import type { ImportProgress } from '#contract/intake/actions'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useCancel } from './use-intake'

/** How far an import is; it goes on by itself, whether anybody looks or not. */
export function ImportBar({ progress }: { progress: ImportProgress | undefined }) {
  const cancel = useCancel()
  // The button that stops it comes up where the one that started it was: the second of two quick presses must not stop anything.
  const [stopping, setStopping] = useState(false)
  const { done = 0, of = null } = progress ?? {}
  const share = of ? Math.min(100, Math.floor((done / of) * 100)) : 0
  return (
    <div className="import-bar">
      <div id="import-words">{of === null ? '正在读…' : `正在写：${done} / ${of} 行`}</div>
      <div
        className="import-bar__frame"
        role="progressbar"
        aria-label="导入了多少"
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className="import-bar__done" style={{ width: `${share}%` }} />
      </div>
      <div className="table__note">关掉这一页也会接着做，回来在“导入过的”里看。</div>
      {progress && done === 0 && !stopping && (
        <Press id="import-stop" kind="quiet" onPress={() => setStopping(true)}>
          不导入了
        </Press>
      )}
      {progress && done === 0 && stopping && (
        <>
          <Notice kind="needs-you">现在停下，这份表一行也不写；以后可以再导入。</Notice>
          <div className="form__end">
            <Press id="import-go-on" kind="main" onPress={() => setStopping(false)}>
              接着导入
            </Press>
            <Press id="import-cancel" busy={cancel.isPending && '正在停…'} onPress={() => cancel.mutate(progress.sha256)}>
              停下，不导入
            </Press>
          </div>
        </>
      )}
      {cancel.error && <Notice kind="wrong">{sayTrouble(cancel.error)}</Notice>}
    </div>
  )
}
