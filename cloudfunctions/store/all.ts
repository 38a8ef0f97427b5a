import { accounts, invitations } from './accounts'
import { articles } from './articles'
import { audit } from './audit'
import type { IndexSpec } from './collection'
import { doctorContracts, pairings, workers } from './helpers'
import { imports, quarantine, warnings } from './intake'
import { dividends, payments, receipts } from './money'
import { codes, events, households, persons } from './register'

/** Every collection with its indexes: what a gateway or a deployment must create. */
export const collections: { name: string; indexes: IndexSpec[] }[] = [
  persons, households, events, codes,
  payments, receipts, dividends,
  workers, pairings, doctorContracts,
  imports, quarantine, warnings,
  articles, accounts, invitations, audit,
]
