import type { Transitions } from './transitions'

/** `withdrawn`: by whoever asked, or by the colleague who never wanted it. */
export type WishState = 'asked' | 'approved' | 'refused' | 'withdrawn'

export type WishAct = 'approve' | 'refuse' | 'withdraw' | 'stop'
export const wishActs: Transitions<WishState, WishAct> = {
  approve: { asked: 'approved' },
  refuse: { asked: 'refused' },
  withdraw: { asked: 'withdrawn' },
  /** By the colleague whom it is about, until the code is used. */
  stop: { asked: 'withdrawn', approved: 'withdrawn' },
}
