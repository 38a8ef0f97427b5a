import type { HouseholdPart } from '../register/register'

/**
 * What of the household a request opens: the part it is about; for a complaint about a look, who is of the household and looks
 * after it.
 */
export const partsFor = ({ kind, part }: { kind: 'correction' | 'complaint'; part?: HouseholdPart }): HouseholdPart[] =>
  kind === 'complaint' ? ['helpers', 'members'] : part ? [part] : ['members']
