import type { Transitions } from './transitions'

/** An article goes from a draft to a second person, and only that person publishes it. */
export const articleStates = ['draft', 'waiting', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]
export const articleStateNames: Record<ArticleState, string> = {
  draft: '草稿',
  waiting: '等人审',
  published: '已发布',
  withdrawn: '已撤下',
}

/** What is done with the words that an agency writes. What the public reads is withdrawn beside it, whatever is being written. */
export type ArticleAct = 'save' | 'submit' | 'publish' | 'sendBack' | 'withdraw'
export const articleActs: Transitions<ArticleState, ArticleAct> = {
  save: { draft: 'draft', waiting: 'draft', published: 'draft', withdrawn: 'draft' },
  submit: { draft: 'waiting' },
  publish: { waiting: 'published' },
  sendBack: { waiting: 'draft' },
  withdraw: { draft: 'draft', waiting: 'waiting', published: 'withdrawn' },
}

const amount = /[\d一二三四五六七八九十百千万两][\d一二三四五六七八九十百千万,.]*\s*(元|块|%|％|斤)|不花钱|免费|不要钱/
const whereItStands = /《|公布|公示|张榜|清册|小康码|问|\d{5,}/

/** Whether what is written under 领多少 gives an amount, or says where it stands: a policy that does neither leaves people where they were. */
export const saysHowMuch = (howMuch: string): boolean => amount.test(howMuch) || whereItStands.test(howMuch)
