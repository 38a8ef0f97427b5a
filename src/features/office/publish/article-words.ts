import type { ArticleRow } from '#contract/office/publishing'
import type { ArticleState } from '#domain/work/articles'
import { articleStateNames, articleStates } from '#domain/work/articles'
import type { StateKind } from '../../../ui/desk/state'

export const columnNames: Record<ArticleRow['column'], string> = { policy: '政策', news: '动态' }

export const stateFilters: { id: 'all' | ArticleState; label: string }[] = [
  { id: 'all', label: '全部' },
  ...articleStates.map((id) => ({ id, label: articleStateNames[id] })),
]
export const columnFilters = [
  { id: 'all', label: '政策和动态' },
  { id: 'policy', label: columnNames.policy },
  { id: 'news', label: columnNames.news },
] as const

/** An article's state as a word and a shape; what waits for this very person is said so. */
export function stateOf({ state, why, can }: ArticleRow): { kind: StateKind; words: string } {
  if (state === 'waiting')
    return can.decide ? { kind: 'needs-you', words: '等您审' } : { kind: 'waiting', words: articleStateNames.waiting }
  if (state === 'draft' && why !== undefined) return { kind: 'needs-you', words: '退回，要改' }
  if (state === 'draft') return { kind: 'waiting', words: articleStateNames.draft }
  return { kind: state === 'published' ? 'done' : 'ended', words: articleStateNames[state] }
}

/** The public still reads the words as they were published, while new ones are written or checked. */
export const isBeingChanged = ({ state, publishedOn }: Pick<ArticleRow, 'state' | 'publishedOn'>): boolean =>
  publishedOn !== undefined && (state === 'draft' || state === 'waiting')

/** Fewer answers than this say nothing about how many understood. */
const enoughAnswers = 5

/** 打开 40 次; 看懂 8 · 没看懂 2, with how many in a hundred understood once there are enough; nothing for what nobody could open yet. */
export function figuresOf({ state, figures: { reads, understood, unclear } }: ArticleRow): string[] {
  const answers = understood + unclear
  if (state !== 'published' && reads + answers === 0) return []
  const counts = [`打开 ${reads} 次`, `看懂 ${understood} · 没看懂 ${unclear}`]
  return answers < enoughAnswers ? counts : [...counts, `${Math.round((understood / answers) * 100)}% 看懂`]
}
