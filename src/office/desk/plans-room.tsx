import { Plans } from '../../features/office/plans/plans'
import { today } from '../../services/wire/clock'

/** Plans of households, as of today. */
export const PlansRoom = () => <Plans today={today()} />
