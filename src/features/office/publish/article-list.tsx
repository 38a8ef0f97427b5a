import { useState } from 'react'
import type { ArticleRow } from '#contract/office/publishing'
import type { ArticleState } from '#domain/work/articles'
import { today } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { SelectBox } from '../../../ui/desk/select-box'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { columnFilters, stateFilters } from './article-words'
import { ArticlesTable } from './articles-table'
import type { useWriting } from './use-articles'

interface Props {
  articles: readonly ArticleRow[]
  writing: ReturnType<typeof useWriting>
  onRead: (id: string) => void
  onWrite: (id: string) => void
  onWithdrawn: () => void
}

/** All articles, or those of one state and one column. */
export function ArticleList({ articles, writing, onRead, onWrite, onWithdrawn }: Props) {
  const [state, setState] = useState<'all' | ArticleState>('all')
  const [column, setColumn] = useState<(typeof columnFilters)[number]['id']>('all')
  const shown = articles.filter(
    (article) => (state === 'all' || article.state === state) && (column === 'all' || article.column === column),
  )
  const trouble = sayTrouble(writing.error)
  return (
    <>
      <div className="filters">
        <SelectBox id="article-filter-column" label="哪一栏" options={columnFilters} value={column} onChange={setColumn} />
      </div>
      <PickTabs name="按状态看" tabs={stateFilters} open={state} onOpen={setState} />
      {trouble !== undefined && (
        <Notice id="article-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
      {shown.length > 0 && (
        <ArticlesTable
          articles={shown}
          today={today()}
          busy={writing.busy}
          onRead={onRead}
          onEdit={onWrite}
          onHand={writing.hand}
          onWithdrawn={onWithdrawn}
        />
      )}
      {shown.length === 0 && (
        <Empty>
          {articles.length === 0
            ? '还没有文章。点“写一篇”，写好交给第二个人审，审过村民就看得到。'
            : '没有这样的文章。换个状态或者栏目看看，或者点“全部”。'}
        </Empty>
      )}
    </>
  )
}
