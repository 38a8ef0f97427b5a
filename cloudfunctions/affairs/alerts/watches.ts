import { planWatch } from './plan-watch'
import type { Watch } from './watch'

/** Everything that looks for alerts by the clock, in this order. What an import finds in its own file is kept by it (keepFindings). */
export const watches: readonly Watch[] = [planWatch]
