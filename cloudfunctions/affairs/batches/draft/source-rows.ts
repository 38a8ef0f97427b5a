import type { DraftAt, Drafting, DraftPage } from './draft-row'
import { dueRows } from './due-rows'
import { planRows } from './plan-rows'
import { returnedRows } from './returned-rows'

/** The next rows of what a batch is drafted from. */
export const sourceRows = (drafting: Drafting, at: DraftAt): Promise<DraftPage> =>
  ({ plan: planRows, entitlements: dueRows, returned: returnedRows })[drafting.batch.source.from](drafting, at)
