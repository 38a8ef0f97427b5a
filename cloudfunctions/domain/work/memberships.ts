import type { Transitions } from './transitions'

/**
 * How a household stands in a pooled scheme. `listed`: a list of dividends names it, and nobody has seen its agreement; it is what the list
 * says and no more. Leaving the register changes none of these: the household is told first, and leaves by being asked out and decided.
 */
export const membershipStateNames = {
  listed: '分红表上有，没登记协议',
  joined: '登记了，等签协议',
  member: '在股',
  leaving: '要退出，等批准',
  returning: '已退出，等退本金',
  left: '已退出，本金退清',
  dropped: '没有入股',
} as const
export type MembershipState = keyof typeof membershipStateNames
export const membershipStates = Object.keys(membershipStateNames) as [MembershipState, ...MembershipState[]]

/** The household is in the scheme, whether by its agreement or by what a list says. */
export const isIn = (state: MembershipState): boolean => !['returning', 'left', 'dropped'].includes(state)

/** What people do about it. `join` begins one, too. */
export const membershipActNames = {
  join: '登记入股',
  sign: '登记协议',
  share: '记追加的本金',
  tell: '记已告知',
  ask: '提出退出',
  approve: '批准退出',
  refuse: '不批准退出',
  withdraw: '撤回退出',
  return: '记退还本金',
  drop: '没有入股，划掉',
} as const
export type MembershipAct = keyof typeof membershipActNames
export const membershipActs = Object.keys(membershipActNames) as [MembershipAct, ...MembershipAct[]]
/** What follows by itself: the last of the principal is back. */
export type AnyMembershipAct = MembershipAct | 'returned'

export const membershipTransitions: Transitions<MembershipState, AnyMembershipAct> = {
  join: { left: 'joined', dropped: 'joined' },
  sign: { listed: 'member', joined: 'member' },
  share: { member: 'member' },
  tell: { listed: 'listed', joined: 'joined', member: 'member', leaving: 'leaving' },
  ask: { member: 'leaving' },
  approve: { leaving: 'returning' },
  refuse: { leaving: 'member' },
  withdraw: { leaving: 'member' },
  return: { returning: 'returning' },
  returned: { returning: 'left' },
  drop: { listed: 'dropped', joined: 'dropped' },
}
