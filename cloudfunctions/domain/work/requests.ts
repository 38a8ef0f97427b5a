import type { HouseholdPart } from '../register/register'

/**
 * What a farmer asks of an agency: that the file be put right, why somebody looked, where their money is, what they told a visitor they
 * need, and that a visit was not as it was written.
 */
export const requestKindNames = { correction: '更正', complaint: '投诉', money: '钱的事', need: '需求', visit: '走访不实' } as const
export type RequestKind = keyof typeof requestKindNames
export const requestKinds = Object.keys(requestKindNames) as [RequestKind, ...RequestKind[]]

/**
 * What of the household a request opens: the part it is about; for a complaint about a look, who is of the household and looks
 * after it.
 */
export const partsFor = ({ kind, part }: { kind: RequestKind; part?: HouseholdPart }): HouseholdPart[] =>
  kind === 'complaint' ? ['helpers', 'members'] : part ? [part] : ['members']
