import type { County } from '#domain/county'
import type { Keys } from '#kernel/keys'
import type { AuditRecord } from '#store/audit'
import { auditPage, checkpointPage, leafPage, numbered, type AuditCheckpoint, type AuditLeaf } from '#store/checkpoints'
import type { Db } from '#store/collection'
import { Pages } from './pages'

/** The audit log of a county, as it is verified. */
export interface Log { db: Db; keys: Keys; county: County }

/** Later than any time in it. */
const endOfTime = '9999'

/** Every entry, in the log's order. */
export const entriesOf = ({ db }: Log): Pages<AuditRecord> => new Pages((last) => auditPage(db, last ?? { at: '' }, endOfTime))

export const checkpointsOf = ({ db }: Log): Pages<AuditCheckpoint> => new Pages((last) => checkpointPage(db, last?._id ?? ''))

/** The leaves that follow the first `size`. */
export const leavesAfter = ({ db }: Log, size: number): Pages<AuditLeaf> =>
  new Pages((last) => leafPage(db, last?._id ?? (size === 0 ? '' : numbered(size))))
