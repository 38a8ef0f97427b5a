import type { SealedField } from '#domain/access/grants'
import type { HouseholdPart } from '#domain/register/register'
import type { StaffRole } from '#domain/access/staff'
import type { Subject } from '#domain/access/subjects'
import { collection, index, type Db, type Filter } from '../db/collection'
import { find, findById, findEach, findIn } from '../db/read'
import { insert } from '../db/write'
import type { Voucher } from '../access/vouched'

/** Who looked at what, why, and whether it was granted. Append-only, through this one writer. */
export interface AuditRecord {
  _id: string
  at: string
  action: string
  granted: boolean
  actor: {
    accountId: string | null
    staffId: string | null
    role: StaffRole | 'farmer' | 'relative' | 'stranger' | 'operator'
    name: string | null
    agency: string | null
    agencyId: string | null
  }
  householdId: string | null
  personId: string | null
  /** For a list of many people: the division asked about, and how many rows it gave. The people in it are not named here. */
  area: string | null
  rows: number | null
  /** Of the county's own work: an article, a report, a grant. Absent where it is about none, as in all records from before there was it. */
  about?: Subject
  parts: HouseholdPart[]
  /** Personal numbers shown in full. */
  fields: SealedField[]
  purpose: string | null
  consent: string | null
  /** Under which grant it was looked. */
  grantId: string | null
  emergency: boolean
  reason: string | null
  requestId: string
  /** Of the family's own looks: who issued the phone or the trust that was used, and who checked it besides. */
  issuedBy?: Voucher & { second?: Voucher }
  /** Records from before writers sealed what they write have none. */
  seal?: AuditSeal
}

/** By whose hand a record was written. A writer is one process; it numbers what it writes, so that one taken away leaves a gap. */
export interface AuditSeal {
  /** The process, by a random name. */
  writer: string
  /** The record's number among this writer's, from 1. */
  n: number
  /** Numbers of this writer that never came to be, since the database refused them: `[from, to]`. */
  without: [number, number][]
  /** The version of the root key, and the MAC (hex) over the whole record save itself. */
  key: string
  mac: string
}
export const audit = collection<AuditRecord>('audit', [
  index('householdId', '-at'),
  index('actor.agencyId', '-at'),
  index('area', '-at'),
  index('at', '_id'),
  index('seal.writer', 'seal.n'),
  index('issuedBy.agencyId', '-at'),
])

/** Only the process's writer calls this (kernel/record/audit-writer): a record that it did not number and seal is nobody's. */
export const insertAudit = (db: Db, record: AuditRecord): Promise<void> => insert(db, audit, record)

export const findLook = (db: Db, id: string) => findById(db, audit, id)

const family = ['farmer', 'relative']
const private_ = [...family, 'stranger']

/** A place in a list that runs from the newest to the oldest: what comes behind it is older. */
export interface Behind {
  at: string
  _id: string
}

/** What a household is told of looks by: whoever was let in, who of the staff was not, who else was not, the family itself. */
const looksBy = {
  others: { granted: true, 'actor.role': { $nin: family } },
  refused: { granted: false, 'actor.role': { $nin: private_ } },
  /** One by one only in records from before these were counted (store/record/turned-away). */
  strangers: { granted: false, 'actor.role': { $in: private_ } },
  own: { granted: true, 'actor.role': { $in: family } },
} satisfies Record<string, Filter>
export type LooksBy = keyof typeof looksBy

const newestFirst = {
  order: [
    ['at', 'desc'],
    ['_id', 'desc'],
  ] as [string, 'desc'][],
}
const older = (behind: Behind | undefined): Filter =>
  behind ? { at: { $lte: behind.at }, $or: [{ at: { $lt: behind.at } }, { _id: { $lt: behind._id } }] } : {}

/** The newest looks of one kind at a household, or those behind a place. */
export const looksAt = (db: Db, householdId: string, by: LooksBy, limit: number, behind?: Behind): Promise<AuditRecord[]> =>
  find(db, audit, { householdId, ...looksBy[by], ...older(behind) }, { ...newestFirst, limit })

/** Which of these entries there are. */
export const knownLooks = async (db: Db, ids: string[]): Promise<Set<string>> =>
  new Set((await findIn(db, audit, '_id', ids, ['at'])).map(({ _id }) => _id))

/** The newest lists over any of these divisions, or those behind a place. */
export const looksAtAreas = (db: Db, areas: string[], limit: number, behind?: Behind): Promise<AuditRecord[]> =>
  find(db, audit, { area: { $in: areas }, granted: true, ...older(behind) }, { ...newestFirst, limit })

/** What an agency's people did between two instants. */
export const looksOfAgency = (db: Db, agencyId: string, from: string, before: string): Promise<AuditRecord[]> =>
  findEach(db, audit, { 'actor.agencyId': agencyId, at: { $gte: from, $lt: before } })

/** What was looked at between two instants with phones and trusts that an agency's people issued or checked. */
export const looksIssuedBy = (db: Db, agencyId: string, from: string, before: string): Promise<AuditRecord[]> =>
  findEach(db, audit, { 'issuedBy.agencyId': agencyId, at: { $gte: from, $lt: before } })
