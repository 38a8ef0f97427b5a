import { Schemes } from '../../features/office/schemes/schemes'
import { today } from '../../services/wire/clock'

/** Pooled schemes, as of today. */
export const SchemesRoom = () => <Schemes today={today()} />
