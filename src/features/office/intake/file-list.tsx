import { State } from '../../../ui/desk/state'
import { Press } from '../../../ui/desk/press'
import type { Queue, QueuedFile } from './queue'
import { sayCounts } from './say-counts'

interface Props {
  queue: Queue
  files: readonly QueuedFile[]
  open: string | undefined
  onOpen: (id: string) => void
}

/** The files that were dropped, each with how far it is: one that fails never keeps the next. */
export const FileList = ({ queue, files, open, onOpen }: Props) => (
  <ul id="file-list" className="file-list">
    {files.map((file) => (
      <li key={file.id} className={`file-list__one${file.id === open ? ' file-list__one--open' : ''}`}>
        <div className="file-list__words">
          <div className="file-list__name">{file.path}</div>
          <Said file={file} />
        </div>
        <div className="form__end">
          {(file.state === 'looked' || file.state === 'there' || file.state === 'taken') && (
            <Press
              id={`open-${file.id}`}
              kind={file.state === 'looked' ? 'main' : 'second'}
              expanded={file.id === open}
              onPress={() => onOpen(file.id)}
            >
              {file.id === open ? '回到清单' : file.state === 'looked' ? '看一遍' : '看结果'}
            </Press>
          )}
          {file.state === 'fault' && <Press onPress={() => queue.again(file.id)}>再试一次</Press>}
          <Press kind="quiet" name={`${away(file)} ${file.path}`} onPress={() => queue.forget(file.id)}>
            {away(file)}
          </Press>
        </div>
      </li>
    ))}
  </ul>
)

const away = ({ state }: QueuedFile): string => (state === 'waiting' || state === 'sending' ? '不传了' : '收起')

function Said({ file }: { file: QueuedFile }) {
  switch (file.state) {
    case 'waiting':
      return <State kind="waiting" words="排着队" />
    case 'sending':
      return <State kind="waiting" words={`正在传 ${Math.floor((file.sent / file.parts) * 100)}%`} />
    case 'looking':
      return <State kind="waiting" words="传好了，正在从头到尾看一遍" />
    case 'there':
      return <State kind="ended" words="这一份以前导入过，一个字也没变" />
    case 'taken':
      return <State kind="done" words="交给系统导入了" />
    case 'gone':
      return <State kind="needs-you" words="文件不在了，请再放进来一次" />
    case 'fault':
      return <State kind="needs-you" words={file.fault} />
    case 'looked': {
      const { look } = file
      if (look.returned !== undefined) return <State kind="done" words={`改好发回来的退回行，${look.returned} 行`} />
      const kind = look.choices.kinds.find(({ value }) => value === look.kind)?.label ?? '没有认出是什么表'
      const agency = look.choices.agencies.find(({ value }) => value === look.agencyId)?.label
      const counts = [kind, agency, look.period, look.rows > 0 && sayCounts(look)].filter(Boolean).join(' · ')
      if (look.questions.length > 0) return <State kind="needs-you" words={`${counts} · 有 ${look.questions.length} 处要您说清楚`} />
      return <State kind={look.blocked === undefined ? 'done' : 'needs-you'} words={look.blocked === undefined ? counts : look.blocked} />
    }
  }
}
