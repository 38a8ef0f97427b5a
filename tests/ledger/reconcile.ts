import { askReconcile } from '#affairs/ledger/ask'
import type { Month } from '#domain/time/dates'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import type { Cloud } from '../harness/cloud'

/** Reconciles until nothing is left to do, as the patrol does. */
export async function reconcileAll(cloud: Cloud): Promise<void> {
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('ledger', {}, 'patrol'))
}

let times = 0
/** Reconciles these months anew, whatever came since. */
export async function reconcileMonths(cloud: Cloud, ...months: Month[]): Promise<void> {
  for (const month of months) await askReconcile({ ...environment(), moment: now() }, month, { again: ++times })
  await reconcileAll(cloud)
}
