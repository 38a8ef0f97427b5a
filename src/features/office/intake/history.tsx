import { useState } from 'react'
import type { ImportLine } from '#contract/intake/desk'
import { sayMoment } from '../../../services/wire/clock'
import { Press } from '../../../ui/desk/press'
import { State, type StateKind } from '../../../ui/desk/state'
import { Table } from '../../../ui/desk/table'
import { TurnPages } from '../../../ui/desk/turn-pages'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { Freshness } from './freshness'
import { OpenedImport } from './opened-import'
import { sayCounts } from './say-counts'
import { useHistory } from './use-intake'

/** What was taken in, the newest first, each to be opened and taken back; above it what should have come and has not. */
export function History() {
  const [pages, setPages] = useState<(string | undefined)[]>([undefined])
  const [open, setOpen] = useState<string>()
  const query = useHistory({ page: pages.at(-1) })
  return (
    <>
      <Freshness />
      <Heading level={2}>导入过的</Heading>
      <WhenReady query={query} words="正在取导入过的…">
        {({ imports, next }) =>
          imports.length === 0 ? (
            <Empty>还没有导入过。导入以后，这里能看到哪天、谁、导入了什么、收下多少行，也能撤销。</Empty>
          ) : (
            <>
              <Table
                id="history"
                name="导入过的文件"
                columns={[
                  { id: 'file', title: '文件', cell: ({ fileName }) => <span className="history__file">{fileName}</span> },
                  { id: 'agency', title: '单位', cell: ({ agency }) => agency ?? '' },
                  {
                    id: 'at',
                    title: '哪天、谁导入的',
                    cell: ({ at, by }) => (
                      <>
                        {sayMoment(Date.parse(at))}
                        <div className="table__note">{by ?? '后台'}</div>
                      </>
                    ),
                  },
                  { id: 'state', title: '怎么样', cell: (line) => <State {...stateOf(line)} /> },
                  {
                    id: 'act',
                    title: '',
                    cell: ({ sha256 }) => (
                      <Press
                        id={`history-${sha256}`}
                        expanded={open === sha256}
                        onPress={() => setOpen(open === sha256 ? undefined : sha256)}
                      >
                        打开
                      </Press>
                    ),
                  },
                ]}
                rows={imports}
                keyOf={({ sha256 }) => sha256}
                below={(line) => line.sha256 === open && <OpenedImport sha256={line.sha256} line={line} />}
              />
              <TurnPages
                id="history"
                onBack={pages.length > 1 ? () => setPages(pages.slice(0, -1)) : undefined}
                onNext={next === undefined ? undefined : () => setPages([...pages, next])}
              />
            </>
          )
        }
      </WhenReady>
    </>
  )
}

function stateOf(line: ImportLine): { kind: StateKind; words: string } {
  switch (line.state) {
    case 'running':
      return { kind: 'waiting', words: '正在导入' }
    case 'undoing':
      return { kind: 'waiting', words: '正在撤销' }
    case 'undone':
      return { kind: 'ended', words: '撤销了' }
    case 'refused':
      return { kind: 'needs-you', words: '整份没有收' }
    case 'done':
      return { kind: 'done', words: sayCounts(line) }
  }
}
