import { Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { findEach } from '#store/db/read'
import { cases } from '#store/work/cases'
import { carryOutCase } from './effect'
import { openExpiring } from './expiring'

/** What cases need by the clock: what was approved and cut off is written to the register, what expires is a clue. May run twice. */
export async function tendCases(on: Pick<On, 'db' | 'keys' | 'county' | 'moment'>): Promise<void> {
  for (const state of ['effect', 'restoring'])
    for (const one of await findEach(on.db, cases, { state })) await carryOutCase(on, one).catch(ignoreRefusal)
  await openExpiring(on)
}

/** It stands on the case, for whoever decides anew. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}
