import type { ImportLine } from '#contract/intake/desk'
import { sayMoment } from '../../../services/wire/clock'
import { WhenReady } from '../../../ui/read/when-ready'
import { Notice } from '../../../ui/read/notice'
import { Came } from './came'
import { UndoImport } from './undo-import'
import { useProgress } from './use-intake'

/** One file that was taken in, or is being: how far, what came of it; and taking the whole of it back. */
export function OpenedImport({ sha256, line }: { sha256: string; line?: ImportLine }) {
  const query = useProgress(sha256, true)
  return (
    <WhenReady query={query} words="正在取这一次导入…">
      {(progress) => (
        <div id="opened-import">
          {line?.undone.map(({ at, by, reason }) => (
            <Notice key={at}>{`${sayMoment(Date.parse(at))} ${by ?? '后台'}撤销了这次导入：${reason}`}</Notice>
          ))}
          {line?.state !== 'undone' && <Came now={progress} fileName={progress.result?.file ?? line?.fileName ?? ''} />}
          {line?.can.undo && <UndoImport sha256={sha256} />}
        </div>
      )}
    </WhenReady>
  )
}
