import type { DetectorName } from '../alerts/detectors/all'
import type { CaseKind } from './cases'

/** Which case an alert about who should be on the register speaks for; of the others nothing. */
const caseKindOfAlert: Partial<Record<DetectorName, CaseKind>> = {
  new_poverty_risk: 'recognise',
  household_self_paid_over: 'category',
  dead_on_register: 'died',
  moved_out_on_register: 'exit',
  above_the_line: 'exit',
  missed_inclusion: 'category',
}

/** Whoever is off the register gets no other category: they come back, or they do not. `off`: the household that it is about is off it. */
export function caseKindFor(detector: DetectorName, off: boolean): CaseKind | undefined {
  const kind = caseKindOfAlert[detector]
  return kind === 'category' && off ? 'restore' : kind
}
