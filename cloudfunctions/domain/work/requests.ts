import type { HouseholdPart } from '../register/register'

/** Id of the county pack's norm: days until a correction or complaint must be answered. */
export const requestNorm = 'request-answer-days'

/**
 * What of the household a request opens: the part it is about; for a complaint about a look, who is of the household and looks
 * after it.
 */
export const partsFor = ({ kind, part }: { kind: 'correction' | 'complaint'; part?: HouseholdPart }): HouseholdPart[] =>
  kind === 'complaint' ? ['helpers', 'members'] : part ? [part] : ['members']
