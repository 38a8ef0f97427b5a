import type { patrol } from '#contract/patrol/actions'
import { chainBalance } from '#affairs/register/chain-balance'
import type { Action } from '#kernel/call/on'
import { freeLock, takeLock } from '#store/db/locks'

/** Longer than it takes. */
const leaseMs = 10 * 60_000

/** Publishes what has come about on the register since; one at a time. */
export const balance: Action<typeof patrol.balance> = async (_, on) => {
  const lease = { _id: 'balance', holder: on.requestId, until: new Date(Date.now() + leaseMs).toISOString() }
  if (!(await takeLock(on.db, lease, on.moment.iso))) return { added: 0 }
  try {
    return { added: await chainBalance(on) }
  } finally {
    await freeLock(on.db, lease)
  }
}
