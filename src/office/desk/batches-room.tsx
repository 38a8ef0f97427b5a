import { Batches } from '../../features/office/batches/batches'
import { today } from '../../services/wire/clock'

/** Batches of money, as of today. */
export const BatchesRoom = () => <Batches today={today()} />
