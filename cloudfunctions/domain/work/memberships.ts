import type { Transitions } from './transitions'

/**
 * How a household stands in a pooled scheme. `listed`: a list of dividends names it, and nobody has seen its agreement; it is what the list
 * says and no more. `signing`, `sharing`, `correcting`: what was paid in waits for a second person, and counts for nothing yet. Leaving the
 * register changes none of these: the household is told first, and leaves by being asked out and decided.
 */
export const membershipStateNames = {
  listed: '分红表上有，没登记协议',
  joined: '登记了，等签协议',
  signing: '登记了协议，等批准',
  member: '在股',
  sharing: '在股，追加的本金等批准',
  correcting: '在股，改记错的本金等批准',
  leaving: '要退出，等批准',
  returning: '已退出，等退本金',
  left: '已退出，本金退清',
  dropped: '没有入股',
} as const
export type MembershipState = keyof typeof membershipStateNames
export const membershipStates = Object.keys(membershipStateNames) as [MembershipState, ...MembershipState[]]

/** The household is in the scheme, whether by its agreement or by what a list says. */
export const isIn = (state: MembershipState): boolean => !['returning', 'left', 'dropped'].includes(state)

/** What one asked for, and another decides. */
export const waitsForSecond: readonly MembershipState[] = ['signing', 'sharing', 'correcting', 'leaving']

/** By an agreement that two people have seen. */
export const isAgreed = (state: MembershipState): boolean => ['member', 'sharing', 'correcting', 'leaving'].includes(state)

/** What people do about it. `join` begins one, too. */
export const membershipActNames = {
  join: '登记入股',
  sign: '登记协议',
  share: '记追加的本金',
  correct: '改记错的本金',
  resign: '记改签的人',
  tell: '记已告知',
  ask: '提出退出',
  approve: '批准',
  refuse: '不批准',
  withdraw: '撤回',
  return: '记退还本金',
  drop: '没有入股，划掉',
} as const
export type MembershipAct = keyof typeof membershipActNames
export const membershipActs = Object.keys(membershipActNames) as [MembershipAct, ...MembershipAct[]]
/** What follows by itself: the last of the principal is back; the household went over into another, or back. */
export type AnyMembershipAct = MembershipAct | 'returned' | 'follow'

export const membershipTransitions: Transitions<MembershipState, AnyMembershipAct> = {
  join: { left: 'joined', dropped: 'joined' },
  sign: { listed: 'signing', joined: 'signing' },
  share: { member: 'sharing' },
  correct: { member: 'correcting' },
  resign: { member: 'member', sharing: 'sharing', correcting: 'correcting', leaving: 'leaving' },
  tell: {
    ...{ listed: 'listed', joined: 'joined', signing: 'signing', member: 'member' },
    ...{ sharing: 'sharing', correcting: 'correcting', leaving: 'leaving' },
  },
  ask: { member: 'leaving' },
  approve: { signing: 'member', sharing: 'member', correcting: 'member', leaving: 'returning' },
  refuse: { signing: 'joined', sharing: 'member', correcting: 'member', leaving: 'member' },
  withdraw: { signing: 'joined', sharing: 'member', correcting: 'member', leaving: 'member' },
  return: { returning: 'returning' },
  returned: { returning: 'left' },
  drop: { listed: 'dropped', joined: 'dropped' },
  follow: Object.fromEntries(membershipStates.map((state) => [state, state])),
}
