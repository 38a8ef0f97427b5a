import type { AuditRecord } from '#store/record/audit'

/** The log's order within what one patrol chained: by time, then by id. */
export const inOrder = (before: AuditRecord, after: AuditRecord): boolean =>
  before.at < after.at || (before.at === after.at && before._id < after._id)
