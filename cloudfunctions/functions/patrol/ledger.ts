import type { patrol } from '#contract/patrol/actions'
import { askForLedger } from '#affairs/ledger/ask'
import { reconciling } from '#affairs/ledger/reconciling'
import type { Action } from '#kernel/call/on'
import type { KindOfJob } from '#kernel/jobs/kind'
import { workOn } from '#kernel/jobs/work'

/** So long a call works, in ms: well within a function's time. */
const workMs = 12_000

/** Reconciles the money of the last months, or goes on with it: once a day, and again when something came since. */
export const ledger: Action<typeof patrol.ledger> = async (_, on) => {
  await askForLedger(on)
  const last = await workOn([reconciling as KindOfJob], { until: Date.now() + workMs })
  return { worked: last !== undefined, more: last?.state === 'waiting' && last.failures === 0 }
}
