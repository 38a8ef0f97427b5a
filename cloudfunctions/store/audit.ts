import type { HouseholdPart } from '#domain/register'
import { collection, index, insert, type Db } from './collection'

/** Who looked at what, why, and whether it was granted. Append-only, through this one writer. */
export interface AuditRecord {
  _id: string
  at: string
  action: string
  granted: boolean
  actor: { accountId: string | null; role: string; name: string | null; agency: string | null }
  householdId: string | null
  personId: string | null
  parts: HouseholdPart[]
  purpose: string | null
  consent: string | null
  requestId: string
}
export const audit = collection<AuditRecord>('audit', [index('householdId', '-at'), index('actor.accountId', '-at'), index('at')])

export const writeAudit = (db: Db, record: AuditRecord): Promise<void> => insert(db, audit, record)
