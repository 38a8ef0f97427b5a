import { accounts, invitations } from './access/accounts'
import { attempts } from './access/attempts'
import { articles } from './public/articles'
import { audit } from './record/audit'
import { bindings, tries } from './access/bindings'
import { balanceCheckpoints, balanceLeaves } from './record/balance'
import { auditCheckpoints, auditLeaves } from './record/checkpoints'
import type { Collection, Stored } from './db/collection'
import { contacts } from './people/contacts'
import { listings } from './people/listings'
import { signedMonthlies } from './record/monthly'
import { grants } from './access/grants'
import { doctorContracts, pairings, workers } from './people/helpers'
import { directions } from './intake/directions'
import { headingAnswers } from './intake/heading-answers'
import { fileSources, formerRows, imports } from './intake/intake'
import { corrections, mends } from './intake/mends'
import { quarantine, refusedTables, warnings } from './intake/quarantine'
import { arrivals, looks, uploadParts } from './intake/arrivals'
import { importJournal } from './intake/journal'
import { stagedParts } from './intake/staged'
import { locks } from './db/locks'
import { awards } from './money/awards'
import { callbacks, samples } from './money/callbacks'
import { batchDifferences, batchEvents, batches, batchLines } from './money/batches'
import { claims, moneySums } from './money/claims'
import { confirmations } from './money/confirmations'
import { entitlements } from './money/entitlements'
import { dividends, payments, receipts } from './money/money'
import { proxies } from './access/proxies'
import { incomes } from './people/incomes'
import { likenesses, likenessEvents } from './people/likenesses'
import { personMarks } from './people/marks'
import { medicalBills } from './people/medical'
import { paperCards } from './people/cards'
import { codes, events, households, persons } from './people/register'
import { sourceDecisionEvents, sourceDecisions } from './people/source-decisions'
import { statements } from './people/statements'
import { vitalEvents } from './people/vital'
import { reportParts } from './reports/parts'
import { reportTallies } from './reports/tallies'
import { reports } from './reports/reports'
import { alertEvents, alerts } from './work/alerts'
import { caseEvents, caseHolds, cases, homeChecks } from './work/cases'
import { jobs } from './work/jobs'
import { outboxes, takings, visitParts, visits, visitVersions } from './work/visits'
import { planEvents, plans } from './work/plans'
import { projects } from './work/projects'
import { undoings } from './intake/undoings'
import { requests } from './work/requests'
import { memberships, schemeEvents, schemes } from './work/schemes'
import { rotations } from './record/rotations'
import { credentials, staff } from './access/staff'
import { staffWishes } from './access/staff-wishes'
import { applications } from './public/applications'
import { suggestions } from './public/suggestions'
import { refused } from './record/refused'
import { tallies } from './public/tallies'
import { turnedAway } from './record/turned-away'

/** Every collection with its indexes, what a gateway or a deployment must create, and its keyed fields, what a rotation makes anew. */
export const collections: Collection<Stored>[] = [
  persons,
  households,
  events,
  listings,
  codes,
  payments,
  receipts,
  dividends,
  awards,
  entitlements,
  batches,
  batchLines,
  batchEvents,
  batchDifferences,
  claims,
  moneySums,
  confirmations,
  samples,
  callbacks,
  workers,
  pairings,
  doctorContracts,
  vitalEvents,
  medicalBills,
  incomes,
  statements,
  sourceDecisions,
  sourceDecisionEvents,
  personMarks,
  likenesses,
  likenessEvents,
  paperCards,
  projects,
  cases,
  caseEvents,
  caseHolds,
  homeChecks,
  visits,
  visitVersions,
  visitParts,
  takings,
  outboxes,
  plans,
  planEvents,
  schemes,
  memberships,
  schemeEvents,
  applications,
  imports,
  fileSources,
  formerRows,
  quarantine,
  refusedTables,
  mends,
  corrections,
  stagedParts,
  directions,
  headingAnswers,
  importJournal,
  arrivals,
  uploadParts,
  looks,
  undoings,
  warnings,
  articles,
  tallies,
  suggestions,
  accounts,
  invitations,
  bindings,
  tries,
  contacts,
  proxies,
  requests,
  staff,
  staffWishes,
  credentials,
  attempts,
  grants,
  signedMonthlies,
  reports,
  reportParts,
  reportTallies,
  audit,
  auditLeaves,
  auditCheckpoints,
  balanceLeaves,
  balanceCheckpoints,
  turnedAway,
  refused,
  locks,
  jobs,
  alerts,
  alertEvents,
  rotations,
]
