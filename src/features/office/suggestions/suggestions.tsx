import { useState } from 'react'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { SuggestionCard } from './suggestion-card'
import { inOrder } from './suggestion-words'
import { useSuggestions } from './use-suggestions'
import './suggestions.scss'

const tabs = [
  { id: 'open', label: '没办完' },
  { id: 'done', label: '办完' },
] as const
type Tab = (typeof tabs)[number]['id']

/** 意见: what villagers say; the data office gives each to whoever can answer, and they answer. */
export function Suggestions() {
  const [tab, setTab] = useState<Tab>('open')
  const [news, setNews] = useState<string>()
  const query = useSuggestions(tab === 'open')
  const show = (next: Tab) => {
    setTab(next)
    setNews(undefined)
  }
  return (
    <>
      <div className="room-top">
        <Heading level={1}>意见</Heading>
      </div>
      <PickTabs name="哪些" tabs={tabs} open={tab} onOpen={show} />
      {news !== undefined && <Notice id="suggestion-done">{news}</Notice>}
      <WhenReady query={query} words="正在取意见…">
        {({ suggestions, agencies }) => {
          const late = suggestions.filter((one) => one.late).length
          if (suggestions.length === 0)
            return (
              <Empty>
                {tab === 'open'
                  ? '现在没有要答复的。村民扫海报、在小康码里提的意见会到这里。'
                  : '还没有一条办完。答复以后，这里能看到写了什么。'}
              </Empty>
            )
          return (
            <>
              {tab === 'open' && late > 0 && (
                <Notice id="suggestions-late" kind="needs-you">{`有 ${late} 条过了答应村民的日子，排在最前面，请先办。`}</Notice>
              )}
              {inOrder(suggestions).map((suggestion) => (
                <SuggestionCard key={suggestion.id} suggestion={suggestion} agencies={agencies} onDone={setNews} />
              ))}
            </>
          )
        }}
      </WhenReady>
    </>
  )
}
