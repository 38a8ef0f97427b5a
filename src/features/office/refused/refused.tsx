import { useState } from 'react'
import { useKept } from '../../../ui/desk/use-kept'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { Life } from './life'
import { RefusedRows } from './refused-rows'
import { WarnedRows } from './warned-rows'
import './refused.scss'

const tabs = [
  { id: 'refused', label: '退回的' },
  { id: 'warned', label: '要看的' },
  { id: 'life', label: '各单位等了多久' },
] as const
type Tab = (typeof tabs)[number]['id']

/** 退回的行: what departments sent and could not be taken in, until somebody has put it right. */
export function Refused() {
  const [tab, setTab] = useKept<Tab>('refused tab', 'refused')
  const [news, setNews] = useState<string>()
  return (
    <>
      <div className="room-top">
        <Heading level={1}>退回的行</Heading>
      </div>
      <PickTabs
        name="看什么"
        tabs={tabs}
        open={tab}
        onOpen={(id) => {
          setTab(() => id)
          setNews(undefined)
        }}
      />
      {news !== undefined && <Notice id="refused-news">{news}</Notice>}
      {tab === 'refused' && <RefusedRows onNews={setNews} />}
      {tab === 'warned' && <WarnedRows onNews={setNews} />}
      {tab === 'life' && <Life />}
    </>
  )
}
