import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import type { Conflict } from './conflict'

/** That another office should handle this, and the way there. */
export const ConflictBanner = ({ conflict: { kind, to }, onPass }: { conflict: Conflict; onPass: (() => void) | undefined }) => (
  <Notice id="report-conflict" kind="wrong">
    <p className="report-conflict__words">
      {kind === 'own'
        ? `写到了本单位，应送上一级${to ? `：${to.name}` : ''}。`
        : `按举报的是谁、是哪一类，这一封归${to?.name ?? '别的单位'}办。`}
    </p>
    <p>
      {kind === 'own' && !to
        ? '程序里没有更上一级的受理单位。请按规定报上级处理，本单位不要自己查。'
        : kind === 'own'
          ? '只是顺带提到、说的不是本单位的人，可以照常办；说的是本单位的人，请不要自己查。'
          : '看清楚再定；不归这里的，转过去。'}
    </p>
    {to && onPass && (
      <div className="report-conflict__do">
        <Press id="report-conflict-pass" kind="main" onPress={onPass}>{`转给${to.name}`}</Press>
      </div>
    )}
  </Notice>
)
