import { useState } from 'react'
import type { ArticleRow } from '#contract/office/publishing'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { columnNames, figuresOf, isBeingChanged, stateOf } from './article-words'
import { Withdraw } from './withdraw'

interface Props {
  articles: readonly ArticleRow[]
  today: Day
  busy: string | false
  onRead: (id: string) => void
  onEdit: (id: string) => void
  onHand: (id: string) => void
  onWithdrawn: () => void
}

/** The articles of an agency; what may be done with each. */
export function ArticlesTable({ articles, today, busy, onRead, onEdit, onHand, onWithdrawn }: Props) {
  const [open, setOpen] = useState('')
  const columns: Column<ArticleRow>[] = [
    {
      id: 'title',
      title: '标题',
      cell: ({ title, why, state }) => (
        <>
          {title}
          {why !== undefined && state !== 'published' && (
            <div className="table__note">{`${state === 'withdrawn' ? '撤下' : '退回'}：${why}`}</div>
          )}
        </>
      ),
    },
    { id: 'column', title: '栏目', cell: ({ column }) => <span className="table__whole">{columnNames[column]}</span> },
    { id: 'state', title: '状态', cell: (article) => <State {...stateOf(article)} /> },
    {
      id: 'by',
      title: '谁写的',
      cell: ({ agency, author }) => (
        <div className="articles__by">
          {author ?? '系统自带'}
          <div className="table__note">{agency}</div>
        </div>
      ),
    },
    {
      id: 'published',
      title: '发布',
      cell: ({ publishedOn, state }) =>
        publishedOn !== undefined && (
          <>
            <span className="table__whole">{sayDay(publishedOn, today)}</span>
            {isBeingChanged({ publishedOn, state }) && <div className="table__note">登着的是原来的</div>}
          </>
        ),
    },
    { id: 'valid', title: '有效到', cell: ({ validUntil }) => validUntil !== undefined && <Validity until={validUntil} today={today} /> },
    {
      id: 'figures',
      title: '看的人',
      cell: (article) =>
        figuresOf(article).map((words) => (
          <div key={words} className="table__whole">
            {words}
          </div>
        )),
    },
    {
      id: 'do',
      title: '办理',
      cell: ({ id, title, can }) => (
        <div className="article-acts">
          <Press
            id={`article-read-${id}`}
            kind={can.decide ? 'main' : 'second'}
            name={`${can.decide ? '审' : '看'}“${title}”`}
            onPress={() => onRead(id)}
          >
            {can.decide ? '审' : '看'}
          </Press>
          {can.edit && (
            <Press id={`article-edit-${id}`} name={`改“${title}”`} onPress={() => onEdit(id)}>
              改
            </Press>
          )}
          {can.submit && (
            <Press id={`article-hand-${id}`} name={`交审“${title}”`} busy={busy} onPress={() => onHand(id)}>
              交审
            </Press>
          )}
          {can.withdraw && (
            <Press
              id={`article-withdraw-${id}`}
              kind="quiet"
              expanded={open === id}
              name={`撤下“${title}”`}
              onPress={() => setOpen(open === id ? '' : id)}
            >
              撤下
            </Press>
          )}
        </div>
      ),
    },
  ]
  return (
    <Table
      id="articles-table"
      name="文章"
      columns={columns}
      rows={articles}
      keyOf={({ id }) => id}
      warm={({ can }) => can.decide}
      below={(article) =>
        article.id === open &&
        article.can.withdraw && (
          <Withdraw
            article={article}
            onClose={() => setOpen('')}
            onDone={() => {
              setOpen('')
              onWithdrawn()
            }}
          />
        )
      }
    />
  )
}

const Validity = ({ until, today }: { until: Day; today: Day }) => (
  <>
    <div className="table__whole">{sayDay(until, today)}</div>
    {until < today && <State kind="ended" words="已过期" />}
  </>
)
