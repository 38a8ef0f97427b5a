import type { BatchFile } from '#contract/office/batches'
import { sayTrouble } from '../../../../services/desk/office-call'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { useGoingOn } from '../use-batches'

/** Long work beside the batch: how far each is, or why it has stopped. It goes on by itself, here and on the server. */
export function Work({ file }: { file: BatchFile }) {
  const going = useGoingOn(file)
  const trouble = sayTrouble(going.error)
  const shown = file.work.filter(({ state }) => state === 'waiting' || state === 'failed')
  if (shown.length === 0) return null
  return (
    <div id="batch-work" className="batch__work" role="status">
      {shown.map(({ what, name, state, done, of, fault }) =>
        state === 'failed' ? (
          <Notice key={what} kind="wrong">
            {`${name}没有做成：${fault ?? '请再按一次'}`}
          </Notice>
        ) : (
          <div key={what}>
            <span>{`${name}，${done.toLocaleString('zh-CN')}${of === undefined ? '' : ` / ${of.toLocaleString('zh-CN')}`} 行。关掉页面也会接着做。`}</span>
            <progress className="batch__bar" {...(of !== undefined && { max: of, value: done })} aria-label={name} />
          </div>
        ),
      )}
      {trouble !== undefined && (
        <>
          <Notice kind="wrong">{trouble}</Notice>
          <Press id="batch-go-on" onPress={() => going.mutate()}>
            接着做
          </Press>
        </>
      )}
    </div>
  )
}
