import { useState } from 'react'
import { today as dayNow } from '../../../services/wire/clock'
import { useOpenKeys } from '../../../services/sealing/report-keys'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { DemoNotice } from './demo-notice'
import { FigureLine } from './figure-line'
import { KeyRing } from './keys/key-ring'
import { ReportView } from './report-view'
import { ReportsTable } from './reports-table'
import { useReportFile, useReports } from './use-reports'
import './reports.scss'

const tabs = [
  { id: 'open', label: '在办' },
  { id: 'done', label: '办结' },
] as const
type Tab = (typeof tabs)[number]['id']

/** 举报: what the public sealed for this office. It is opened here, in the browser, with a key that goes nowhere. */
export function Reports() {
  const query = useReports(true)
  const [opened, setOpened] = useKept('report opened', '')
  const [news, setNews] = useState<string>()
  const show = (id: string) => {
    setOpened(() => id)
    setNews(undefined)
  }
  return (
    <>
      <div className="room-top">
        <Heading level={1}>举报</Heading>
        {opened !== '' && (
          <Press id="report-back" onPress={() => show('')}>
            回到列表
          </Press>
        )}
      </div>
      <WhenReady query={query} words="正在取举报…">
        {({ office }) => (
          <>
            <DemoNotice officeId={office.id} />
            <KeyRing officeId={office.id} />
            {news !== undefined && <Notice id="report-done">{news}</Notice>}
            {opened === '' ? (
              <Inbox onOpen={show} />
            ) : (
              <OneReport
                key={opened}
                id={opened}
                officeId={office.id}
                onDone={setNews}
                onGone={(words) => {
                  show('')
                  setNews(words)
                }}
              />
            )}
          </>
        )}
      </WhenReady>
    </>
  )
}

function OneReport({ id, ...rest }: { id: string; officeId: string; onDone: (words: string) => void; onGone: (words: string) => void }) {
  const query = useReportFile(id)
  return (
    <WhenReady query={query} words="正在取这一封…">
      {(file) => <ReportView file={file} {...rest} />}
    </WhenReady>
  )
}

/** The figures, and the rows of one half, page by page. */
function Inbox({ onOpen }: { onOpen: (id: string) => void }) {
  const [tab, setTab] = useKept<Tab>('reports tab', 'open')
  const [open, done] = [useReports(true), useReports(false)]
  const shown = tab === 'open' ? open : done
  const readable = useOpenKeys().length > 0
  const today = dayNow()
  return (
    <>
      {open.data && <FigureLine figures={open.data.figures} />}
      <PickTabs name="哪些" tabs={tabs} open={tab} onOpen={(next) => setTab(() => next)} />
      <WhenReady query={shown} words="正在取举报…">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>
              {tab === 'open'
                ? '没有在办的。村民在海报上的 /r/ 或小康码里写的举报会到这里。'
                : '还没有办结的。办结的在这里留到销毁的日子。'}
            </Empty>
          ) : (
            <ReportsTable rows={rows} open={tab === 'open'} today={today} readable={readable} onOpen={onOpen} />
          )
        }
      </WhenReady>
      {shown.hasNextPage && (
        <Press
          id="reports-more"
          busy={shown.isFetchingNextPage && '正在取…'}
          onPress={() => {
            void shown.fetchNextPage()
          }}
        >
          看后面的
        </Press>
      )}
    </>
  )
}
