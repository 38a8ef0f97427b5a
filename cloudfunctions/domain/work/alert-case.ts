import type { DetectorName } from '../alerts/detectors/all'
import type { CaseKind } from './cases'

/** Which case an alert about who should be on the register speaks for; of the others nothing. */
export const caseKindOfAlert: Partial<Record<DetectorName, CaseKind>> = {
  new_poverty_risk: 'recognise',
  household_self_paid_over: 'category',
  dead_on_register: 'died',
  moved_out_on_register: 'exit',
}
