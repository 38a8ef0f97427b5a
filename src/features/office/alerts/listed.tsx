import type { AlertView } from '#contract/supervision/alerts'
import type { Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import type { Filters } from './alert-filters'
import { AlertFilters } from './alert-filters'
import { AlertsTable } from './alerts-table'
import { TakeList } from './take-list'
import { useAlerts } from './use-alerts'

const empty: Record<AlertView, string> = {
  today: '今天没有等您办的。轮到本单位先看、办理、复查的预警会到这里，最要紧的在最前面。',
  waiting: '没有等您办的。',
  open: '现在没有要办的。导入发放计划、回执、名册以后，对不上的会到这里。',
  late: '没有过期的。',
  ended: '还没有一条办完。办结、退回、自己没有了的，都留在这里。',
}

interface Props {
  view: AlertView
  filters: Filters
  today: Day
  onFilters: (filters: Filters) => void
  onOpen: (id: string) => void
  /** To all that waits, beyond what a day can hold. */
  onAll: () => void
}

/** One view of the list with its filters. */
export function Listed({ view, filters, today, onFilters, onOpen, onAll }: Props) {
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
  const query = useAlerts({ view, ...chosen })
  return (
    <WhenReady query={query} words="正在取预警…">
      {(list) => (
        <>
          <AlertFilters list={list} filters={filters} onChange={onFilters} />
          {list.rows.length === 0 ? (
            <Empty>{Object.keys(chosen).length > 0 ? '这样筛下来一条也没有。把上面的筛选放宽再看。' : empty[view]}</Empty>
          ) : (
            <AlertsTable rows={list.rows} today={today} onOpen={onOpen} />
          )}
          {list.rows.length > 0 && <TakeList key={JSON.stringify({ view, ...chosen })} of={{ view, ...chosen }} />}
          {list.behind > 0 && (
            <Notice id="alerts-behind">
              {`还有 ${list.behind} 条排在后面，先办这些（一天最多排 ${list.aDay} 条，最要紧的在前）。`}
              <Press id="alerts-all" kind="quiet" onPress={onAll}>
                看全部
              </Press>
            </Notice>
          )}
          {query.hasNextPage && (
            <Press
              id="alerts-more"
              busy={query.isFetchingNextPage && '正在取…'}
              onPress={() => void query.fetchNextPage()}
            >{`再看一些（一共 ${list.total} 条）`}</Press>
          )}
        </>
      )}
    </WhenReady>
  )
}
