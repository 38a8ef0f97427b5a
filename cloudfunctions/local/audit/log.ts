import type { County } from '#domain/county/county'
import type { Keys } from '#kernel/seal/keys'
import { audit, type AuditRecord } from '#store/record/audit'
import { checkpointPage, leafPage, numbered, type AuditCheckpoint, type AuditLeaf } from '#store/record/checkpoints'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { Pages } from './pages'

/** The audit log of a county, as it is verified. */
export interface Log {
  db: Db
  keys: Keys
  county: County
}

/** A place in the log, and the entry that stands there; none if it is gone. */
export interface Placed extends AuditLeaf {
  entry: AuditRecord | undefined
}

export const checkpointsOf = ({ db }: Log): Pages<AuditCheckpoint> => new Pages((last) => checkpointPage(db, last?._id ?? ''))

/** The leaves that follow the first `size`. */
export const leavesAfter = ({ db }: Log, size: number): Pages<AuditLeaf> => new Pages((last) => leafPage(db, afterIn(last, size)))

/** The whole log in its order. */
export const placesOf = ({ db }: Log): Pages<Placed> =>
  new Pages(async (last) => {
    const leaves = await leafPage(db, afterIn(last, 0))
    const entries = new Map(
      (
        await findIn(
          db,
          audit,
          '_id',
          leaves.map(({ entryId }) => entryId),
        )
      ).map((entry) => [entry._id, entry]),
    )
    return leaves.map((leaf) => ({ ...leaf, entry: entries.get(leaf.entryId) }))
  })

const afterIn = (last: AuditLeaf | undefined, size: number): string => last?._id ?? (size === 0 ? '' : numbered(size))
