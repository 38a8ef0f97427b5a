/** An article goes from a draft to a second person, and only that person publishes it. */
export const articleStates = ['draft', 'waiting', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]
export const articleStateNames: Record<ArticleState, string> = { draft: '草稿', waiting: '等人审', published: '已发布', withdrawn: '已撤下' }
