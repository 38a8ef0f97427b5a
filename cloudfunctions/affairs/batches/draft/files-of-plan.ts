import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import type { Batch } from '#store/money/batches'

/** The plan's file, and those that corrected it since: a row belongs to whichever said it last. */
export async function filesOfPlan(db: Db, { source, month }: Pick<Batch, 'source' | 'month'>): Promise<string[]> {
  if (source.from !== 'plan') return []
  const plans = await findEach(db, fileSources, { kind: 'payment-plan', [`rows.${month}`]: { $gt: 0 } }, ['decided'])
  const family = new Set([source.importId])
  for (let grown = true; grown;) {
    grown = false
    for (const { _id, decided } of plans)
      for (const { importId, scope, relation } of decided)
        if (scope === month && relation !== 'beside' && family.has(importId) !== family.has(_id)) {
          family.add(importId).add(_id)
          grown = true
        }
  }
  return [...family].sort()
}
