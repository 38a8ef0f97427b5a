import type { Transitions } from './transitions'

/**
 * Where it stands whether two people are one. `asked`, `part-asked`: one person said so, a second has to agree; `gone`: what made them
 * alike is there no more.
 */
export const likenessStates = ['proposed', 'asked', 'same', 'part-asked', 'different', 'gone'] as const
export type LikenessState = (typeof likenessStates)[number]
export const likenessStateNames: Record<LikenessState, string> = {
  proposed: '等人看',
  asked: '等第二个人同意合并',
  same: '已经合并',
  'part-asked': '等第二个人同意分开',
  different: '不是同一个人',
  gone: '情况变了',
}

/** In these somebody still has to do something. */
export const waitingLikenesses: readonly LikenessState[] = ['proposed', 'asked', 'part-asked']

export const likenessPeopleActs = ['same', 'different', 'apart', 'agree', 'decline'] as const
export type LikenessPeopleAct = (typeof likenessPeopleActs)[number]
/** What comparing does by itself: their facts are like no more; they are again, or others. */
type LikenessOwnAct = 'vanish' | 'again'
export type LikenessAct = LikenessPeopleAct | LikenessOwnAct

export const likenessActs: Transitions<LikenessState, LikenessAct> = {
  /** They are one: their records come together once a second person agrees, for it changes who gets what. */
  same: { proposed: 'asked' },
  /** They are two: remembered with the facts, and not asked again until those change. */
  different: { proposed: 'different' },
  /** They were taken for one and are two. */
  apart: { same: 'part-asked' },
  agree: { asked: 'same', 'part-asked': 'different' },
  /** The second person does not agree, or whoever asked takes it back. */
  decline: { asked: 'proposed', 'part-asked': 'same' },
  vanish: { proposed: 'gone', asked: 'gone' },
  again: { different: 'proposed', gone: 'proposed' },
}

export const likenessActNames: Record<LikenessAct | 'propose' | 'change', string> = {
  propose: '提出来',
  change: '情况有变化',
  same: '认作同一个人',
  different: '认作两个人',
  apart: '要分开',
  agree: '同意',
  decline: '没同意',
  vanish: '情况变了，不像了',
  again: '情况变了，又像了',
}
