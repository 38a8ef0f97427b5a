import { accounts, invitations } from './accounts'
import { attempts } from './attempts'
import { articles } from './articles'
import { audit } from './audit'
import { bindings, tries } from './bindings'
import { auditCheckpoints, auditLeaves } from './checkpoints'
import type { Collection, Stored } from './collection'
import { contacts } from './contacts'
import { digests } from './digests'
import { grants } from './grants'
import { doctorContracts, pairings, workers } from './helpers'
import { fileSources, formerRows, imports, quarantine, warnings } from './intake'
import { locks } from './locks'
import { dividends, payments, receipts } from './money'
import { proxies } from './proxies'
import { codes, events, households, persons } from './register'
import { reportParts } from './report-parts'
import { reportTallies } from './report-tallies'
import { reports } from './reports'
import { requests } from './requests'
import { rotations } from './rotations'
import { credentials, staff } from './staff'
import { staffWishes } from './staff-wishes'
import { suggestions } from './suggestions'
import { refused } from './refused'
import { tallies } from './tallies'
import { turnedAway } from './turned-away'

/** Every collection with its indexes, what a gateway or a deployment must create, and its keyed fields, what a rotation makes anew. */
export const collections: Collection<Stored>[] = [
  persons, households, events, codes,
  payments, receipts, dividends,
  workers, pairings, doctorContracts,
  imports, fileSources, formerRows, quarantine, warnings,
  articles, tallies, suggestions,
  accounts, invitations, bindings, tries, contacts, proxies, requests,
  staff, staffWishes, credentials, attempts, grants, digests,
  reports, reportParts, reportTallies,
  audit, auditLeaves, auditCheckpoints, turnedAway, refused, locks, rotations,
]
