import type { bulletin } from '#contract/bulletin/actions'
import type { Action } from '#kernel/call/on'
import { listArticles } from '#store/public/articles'
import { presentCard } from './present'

const pageSize = 20

/** One column, newest first. The cursor is the last article's day and id. */
export const list: Action<typeof bulletin.list> = async ({ column, after }, { db, county }) => {
  const [publishedOn = '', id = ''] = after?.split('/') ?? []
  const found = await listArticles(db, column, pageSize + 1, after ? { publishedOn, id } : undefined)
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  return { articles: page.map(presentCard(county)), ...(found.length > pageSize && last && { next: `${last.publishedOn}/${last._id}` }) }
}
