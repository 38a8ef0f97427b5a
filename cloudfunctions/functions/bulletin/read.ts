import type { bulletin } from '#contract/bulletin/actions'
import { writeFault } from '#kernel/call/log'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { findArticle } from '#store/public/articles'
import { count } from './count'
import { presentArticle } from './present'

const gone = () => refusals.notFound('这篇文章已经撤下或者换了地方。请回到“看政策”里再找一找。')

/** An article; one more reading of it today. */
export const read: Action<typeof bulletin.read> = async ({ id }, on) => {
  const article = await findArticle(on.db, id)
  if (!article) throw gone()
  await countReading(on, id)
  return presentArticle(on.county, article)
}

/** Nobody goes without the article because it could not be counted. */
const countReading = (on: On, id: string): Promise<unknown> =>
  count(on, 'read', id).catch((error: unknown) => writeFault({ function: 'bulletin', action: 'read', requestId: on.requestId }, error))

/** “看懂了吗”, of an article that there is. */
export const feedback: Action<typeof bulletin.feedback> = async ({ id, understood }, on) => {
  if (!(await findArticle(on.db, id))) throw gone()
  await count(on, understood ? 'understood' : 'unclear', id)
  return { noted: true }
}
