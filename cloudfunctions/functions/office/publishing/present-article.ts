import type { ArticleRow } from '#contract/office/publishing'
import type { ArticleState } from '#domain/work/articles'
import type { County } from '#domain/county/county'
import type { Standings } from '#domain/access/second-person'
import type { ArticleWords, StoredArticle } from '#store/public/articles'
import type { Staff } from '#store/access/staff'
import type { Reach } from '#store/public/tallies'
import { mayDecide, mayEdit, maySubmit, mayWithdraw } from './article-powers'

/** An article as officers see it: of one that is being changed the words to come, with what this one may do with it. */
export function presentArticle(county: County, known: Standings, one: Staff, article: StoredArticle, figures: Reach): ArticleRow {
  const { _id, status, publishedOn, work, withdrawn } = article
  const state: ArticleState = work?.state ?? (status === 'published' ? 'published' : 'withdrawn')
  const why = state === 'withdrawn' ? withdrawn?.why : work?.why
  return {
    ...wordsOf(work?.words ?? article),
    id: _id,
    version: work?.version ?? 0,
    state,
    agency: work?.agency ?? dataOffice(county),
    ...(work && { author: work.author.name }),
    ...(work?.checkedBy && { checkedBy: work.checkedBy.name }),
    ...(why && { why }),
    ...(status === 'published' && publishedOn && { publishedOn }),
    figures,
    can: {
      edit: mayEdit(one, article),
      submit: maySubmit(one, article),
      decide: mayDecide(county, known, one, article),
      withdraw: mayWithdraw(county, one, article),
    },
  }
}

/** The county pack's articles are the data office's to answer for. */
const dataOffice = ({ agencies, duties }: County): string => agencies.find(({ id }) => id === duties.data)?.name ?? duties.data

const wordsOf = ({
  column,
  title,
  summary,
  who,
  howMuch,
  howToAsk,
  body,
  sourceDocument,
  sourceDate,
  validUntil,
}: ArticleWords): ArticleWords => ({ column, title, summary, who, howMuch, howToAsk, body, sourceDocument, sourceDate, validUntil })
