import { awardWatch } from './award-watch'
import { caseWatch } from './case-watch'
import { likenessWatch } from './likeness-watch'
import { schemeWatch } from './scheme-watch'
import { cardsWatch } from './cards-watch'
import { incomeWatch } from './income-watch'
import { batchWatch } from './batch-watch'
import { disputeWatch } from './dispute-watch'
import { ledgerWatch } from './ledger-watch'
import { medicalWatch } from './medical-watch'
import { planOfHomeWatch } from './plan-of-home-watch'
import { planWatch } from './plan-watch'
import { projectWatch } from './project-watch'
import { refusedWatch } from './refused-watch'
import { sourcesWatch } from './sources-watch'
import { servedWatch } from './served-watch'
import { visitWatch } from './visit-watch'
import { vitalWatch } from './vital-watch'
import type { Watch } from './watch'

/** Everything that looks for alerts by the clock, in this order. What an import finds in its own file is kept by it (keepFindings). */
export const watches: readonly Watch[] = [
  planWatch,
  awardWatch,
  vitalWatch,
  medicalWatch,
  projectWatch,
  servedWatch,
  incomeWatch,
  cardsWatch,
  refusedWatch,
  sourcesWatch,
  caseWatch,
  likenessWatch,
  schemeWatch,
  ledgerWatch,
  batchWatch,
  disputeWatch,
  visitWatch,
  planOfHomeWatch,
]
