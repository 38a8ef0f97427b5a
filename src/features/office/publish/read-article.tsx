import type { ReactNode } from 'react'
import type { ArticleRow } from '#contract/office/publishing'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { today as dayNow } from '../../../services/wire/clock'
import type { Fact } from '../../../ui/desk/facts'
import { Facts } from '../../../ui/desk/facts'
import { State } from '../../../ui/desk/state'
import { Notice } from '../../../ui/read/notice'
import { columnNames, figuresOf, isBeingChanged, stateOf } from './article-words'
import { Check } from './check'
import type { Draw } from './preview'
import { Preview } from './preview'
import { asPublished, draftOf, writtenOf } from './written'

interface Props {
  article: ArticleRow
  draw: Draw
  onDecided: (published: boolean) => void
  /** What else may be done with it. */ aside: ReactNode
}

/** One article as the public sees it, and where it stands; for the second person the place to decide. */
export function ReadArticle({ article, draw, onDecided, aside }: Props) {
  const today = dayNow()
  return (
    <div className="writing">
      <div>
        <section className="sheet reading" aria-label="这一篇">
          <Facts look="facts--wide" facts={factsOf(article, today)} />
          {article.why !== undefined && (
            <Notice
              id="article-why"
              kind={article.state === 'draft' ? 'needs-you' : 'plain'}
            >{`${article.state === 'withdrawn' ? '撤下的原因' : '审的人说'}：${article.why}`}</Notice>
          )}
          {article.state === 'waiting' && !article.can.decide && (
            <Notice id="article-waits">要由本单位另一个人审过才发布，写的人自己不能发布。</Notice>
          )}
          {isBeingChanged(article) && <Notice id="article-being-changed">这是改过的，还没有发布。村民看到的还是原来的那一篇。</Notice>}
          <div className="form__end">{aside}</div>
        </section>
        {article.can.decide && <Check article={article} onDecided={onDecided} />}
      </div>
      <Preview
        article={asPublished(
          draftOf(writtenOf(article)),
          article.state === 'published' && article.publishedOn !== undefined ? article.publishedOn : today,
        )}
        draw={draw}
      />
    </div>
  )
}

function factsOf(article: ArticleRow, today: Day): Fact[] {
  const { column, agency, author, checkedBy, publishedOn, sourceDocument, sourceDate, validUntil } = article
  return [
    ['状态', <State {...stateOf(article)} />],
    ['栏目', columnNames[column]],
    ['单位', agency],
    ['谁写的', author ?? '系统自带，随县里的资料更新'],
    ['谁审的', checkedBy],
    ['发布', publishedOn && sayDay(publishedOn, today)],
    ['文件号', sourceDocument],
    ['文件日期', sourceDate && sayDay(sourceDate, today)],
    ['有效到', validUntil && `${sayDay(validUntil, today)}${validUntil < today ? '（已过期）' : ''}`],
    ['看的人', figuresOf(article).join('；')],
  ]
}
