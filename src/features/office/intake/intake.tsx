import { useUnsaved } from '../../../services/keep/unsaved'
import { useKept } from '../../../ui/desk/use-kept'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { DropZone } from './drop-zone'
import { FileList } from './file-list'
import { History } from './history'
import { OpenedFile } from './opened-file'
import { OpenedImport } from './opened-import'
import { Remembered } from './remembered'
import type { QueuedFile } from './queue'
import { Templates } from './templates'
import { useQueue } from './use-intake'
import './intake.scss'

const tabs = [
  { id: 'files', label: '收文件' },
  { id: 'history', label: '导入过的' },
  { id: 'remembered', label: '记住的表头' },
  { id: 'templates', label: '模板' },
] as const
type Tab = (typeof tabs)[number]['id']

/** 收文件: departments' files come in; each is looked at before anything of it is written. */
export function Intake() {
  const [tab, setTab] = useKept<Tab>('intake tab', 'files')
  return (
    <>
      <div className="room-top">
        <Heading level={1}>收文件</Heading>
      </div>
      <PickTabs name="看什么" tabs={tabs} open={tab} onOpen={(id) => setTab(() => id)} />
      {tab === 'files' && <Files />}
      {tab === 'history' && <History />}
      {tab === 'remembered' && <Remembered />}
      {tab === 'templates' && <Templates />}
    </>
  )
}

const unfinished = new Set<QueuedFile['state']>(['waiting', 'sending', 'looking', 'looked'])

function Files() {
  const [queue, files] = useQueue()
  const [open, setOpen] = useKept<string | undefined>('intake open', undefined)
  const opened = files.find(({ id }) => id === open)
  // The browser cannot keep files: whoever loads the page anew would have to drop them again.
  useUnsaved(
    files.some(({ state }) => unfinished.has(state)),
    '放进来的文件还没有导入，离开这一页就要再放一次。',
  )
  return (
    <>
      {!opened && <DropZone onFiles={queue.add} />}
      {files.length === 0 ? (
        <Empty>这里会一份一份列出放进来的文件：认出是什么表、收得下多少行、退回多少行、会变什么。先看清楚，再导入。</Empty>
      ) : (
        // What is open stands alone: what there is to say of it is long.
        <FileList
          queue={queue}
          files={opened ? [opened] : files}
          open={open}
          onOpen={(id) => setOpen((before) => (before === id ? undefined : id))}
        />
      )}
      {opened?.state === 'looked' && (
        <OpenedFile look={opened.look} onLook={(look) => queue.setLook(look.sha256, look)} onTaken={() => queue.setTaken(opened.sha256)} />
      )}
      {(opened?.state === 'there' || opened?.state === 'taken') && <OpenedImport sha256={opened.sha256} />}
    </>
  )
}
