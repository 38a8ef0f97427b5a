import type { Cloud } from '../harness/cloud'

/** Reconciles until nothing is left to do, as the patrol does. */
export async function reconcileAll(cloud: Cloud): Promise<void> {
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('ledger', {}, 'patrol'))
}
