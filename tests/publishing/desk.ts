import type { Article, BulletinPage } from '#contract/bulletin/actions'
import type { DeskMe } from '#contract/office/desk'
import type { ArticleDraft, ArticleRow } from '#contract/office/publishing'
import type { As, Cloud } from '../harness/cloud'
import { aStaff, asStaff } from '../harness/people'

export const draft: ArticleDraft = {
  column: 'policy',
  title: '高龄津贴怎么领',
  summary: '八十岁以上的老人每月有一笔津贴。',
  who: '满八十岁的本县老人',
  howMuch: '每月 50 元',
  howToAsk: '到村便民服务中心说一声',
  body: ['满八十岁的当月就可以申请。', '钱打到一卡通。'],
  sourceDocument: '文民〔2026〕9号',
  sourceDate: '2026-09-01',
  validUntil: '2027-12-31',
}

/** Somebody of an agency at their desk. */
export const sitting = async (cloud: Cloud, name: string, agencyId = 'civil-affairs'): Promise<As> =>
  asStaff(cloud, await aStaff(cloud, 'officer', { agencyId, name }))

/** What one may do with articles, as whoever sits there. */
export const articlesOf = (cloud: Cloud) => {
  const one = async (action: string, input: object, as: As) =>
    (await cloud.call<{ article: ArticleRow }>('office', action, input, as)).article
  const desk = {
    list: async (as: As) => (await cloud.call<{ articles: ArticleRow[] }>('office', 'articles', {}, as)).articles,
    row: async (id: string, as: As) => (await desk.list(as)).find((row) => row.id === id),
    save: (as: As, over: Partial<ArticleDraft> & { id?: string } = {}) => one('saveArticle', { ...draft, ...over }, as),
    submit: (as: As, id: string) => one('submitArticle', { id }, as),
    decide: (as: As, { id, version }: Pick<ArticleRow, 'id' | 'version'>, publish: boolean, why = '') =>
      one('decideArticle', { id, version, publish, why }, as),
    withdraw: (as: As, id: string, why = '写错了') => one('withdrawArticle', { id, why }, as),
    waiting: async (as: As) => (await cloud.call<DeskMe>('office', 'me', {}, as)).waiting.articles,
    /** The whole way to the public. */
    async published(author: As, checker: As, over: Partial<ArticleDraft> & { id?: string } = {}) {
      const saved = await desk.save(author, over)
      await desk.submit(author, saved.id)
      return desk.decide(checker, saved, true)
    },
  }
  return desk
}

/** What the public reads; nothing for what it cannot. */
export const publicly = async (cloud: Cloud, id: string): Promise<Article | undefined> => {
  const reply = await cloud.reply<Article>('bulletin', 'read', { id })
  return 'data' in reply ? reply.data : undefined
}
export const inColumn = async (cloud: Cloud, column: 'policy' | 'news' = 'policy') =>
  (await cloud.call<BulletinPage>('bulletin', 'list', { column })).articles.map(({ id }) => id)
