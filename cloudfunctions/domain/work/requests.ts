import type { HouseholdPart } from '../register/register'

/** What a farmer asks of an agency: that the file be put right, why somebody looked, or where their money is. */
export const requestKindNames = { correction: '更正', complaint: '投诉', money: '钱的事' } as const
export type RequestKind = keyof typeof requestKindNames
export const requestKinds = Object.keys(requestKindNames) as [RequestKind, ...RequestKind[]]

/**
 * What of the household a request opens: the part it is about; for a complaint about a look, who is of the household and looks
 * after it.
 */
export const partsFor = ({ kind, part }: { kind: RequestKind; part?: HouseholdPart }): HouseholdPart[] =>
  kind === 'complaint' ? ['helpers', 'members'] : part ? [part] : ['members']
