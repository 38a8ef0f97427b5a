import type { Day } from '../time/dates'
import type { Transitions } from '../work/transitions'

/** Rules of a grant 授权: whom it lets look at what, where, until when. */

/** Names in full and personal numbers: they leave the server only under a grant that names them. */
export const sealedFields = ['name', 'id-number', 'phone', 'card'] as const
export type SealedField = (typeof sealedFields)[number]
export const sealedFieldNames: Record<SealedField, string> = { name: '全名', 'id-number': '身份证号', phone: '电话', card: '银行卡号' }

/** `asked` waits for a second person; `refused`, `revoked` and the day after `until` are ends. */
export const grantStates = ['asked', 'approved', 'refused', 'revoked'] as const
export type GrantState = (typeof grantStates)[number]

export type GrantAct = 'approve' | 'refuse' | 'revoke'
export const grantActs: Transitions<GrantState, GrantAct> = {
  approve: { asked: 'approved' },
  refuse: { asked: 'refused' },
  revoke: { asked: 'revoked', approved: 'revoked' },
}

/** A division code covers the codes below it: county 6 digits, town 9, village 12. */
export const covers = (area: string, villageCode: string): boolean => area !== '' && villageCode.startsWith(area)

/** True on a day from the first to the last day, both included. */
export const isWithin = ({ from, until }: { from: Day; until: Day }, today: Day): boolean => from <= today && today <= until
