import type { TableTaken } from '#contract/supervision/tables'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useCancel, useDownload, useGoingOn } from './use-tables'

/** One table: how far it is, with a way to end it; or the file. */
export function TakenTable({ taken }: { taken: TableTaken }) {
  const { id, fileName, state, done, of, unit, reason, columns, fault } = taken
  const going = useGoingOn(taken)
  const cancel = useCancel()
  const download = useDownload()
  const trouble = sayTrouble(going.error ?? cancel.error ?? download.error)
  return (
    <li className="sheet taken-table">
      <div className="taken-table__words">
        <strong>{fileName}</strong>
        <span>{`${sayState[state]}${state === 'waiting' ? ` ${done.toLocaleString('zh-CN')} / ${of.toLocaleString('zh-CN')} ${unit}` : `，${of.toLocaleString('zh-CN')} ${unit}`}`}</span>
        <span className="table__note">{`编号 ${id}。用处：${reason}。列：${columns.join('、')}`}</span>
      </div>
      {state === 'waiting' && (
        <progress className="taken-table__bar" max={of} value={done} aria-label={`做了 ${done} ${unit}，一共 ${of} ${unit}`} />
      )}
      <div className="form__end">
        {state === 'waiting' && (
          <Press id={`tables-cancel-${id}`} kind="quiet" busy={cancel.isPending && '正在停…'} onPress={() => cancel.mutate(id)}>
            不做了
          </Press>
        )}
        {state === 'waiting' && going.isError && (
          <Press id={`tables-go-on-${id}`} onPress={() => going.mutate()}>
            接着做
          </Press>
        )}
        {state === 'done' && (
          <Press
            id={`tables-download-${id}`}
            name={`下载${fileName}`}
            busy={download.isPending && '正在下载…'}
            onPress={() => download.mutate(taken)}
          >
            下载
          </Press>
        )}
      </div>
      {download.isSuccess && <Notice id={`tables-downloaded-${id}`}>文件在浏览器的“下载”里。用完请删掉。</Notice>}
      {(trouble ?? fault) !== undefined && <Notice kind="wrong">{trouble ?? fault}</Notice>}
    </li>
  )
}

const sayState = { waiting: '正在做，', done: '做好了', failed: '没有做成', cancelled: '中途不做了' } as const
