import { Batches } from '../../features/office/batches/batches'
import { SampleOf } from '../../features/office/callbacks/sample-of'
import { today } from '../../services/wire/clock'

/** Batches of money, as of today, each with its call-backs. */
export const BatchesRoom = () => <Batches today={today()} sampleOf={(batchId) => <SampleOf batchId={batchId} today={today()} />} />
