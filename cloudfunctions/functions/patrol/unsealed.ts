import { minutesAfter, momentOf } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { audit, type AuditRecord } from '#store/record/audit'
import { find } from '#store/db/read'
import type { Base } from './window'

/** So long after the first sealed record instances of the version before may still be ending. */
const graceMinutes = 10

/**
 * Which entries may be chained without a seal: in a log that was begun before there were seals, what was written up to ten minutes after
 * the first sealed one; once that is past (`over`), the next checkpoint says that there are no more. In a log begun since then, none.
 */
export async function mayBeUnsealed(
  { db, moment }: On,
  { sealedFrom }: Base,
): Promise<{ accepts(entry: AuditRecord): boolean; over: boolean }> {
  if (sealedFrom !== undefined) return { accepts: () => false, over: true }
  const [first] = await find(db, audit, { 'seal.n': { $gt: 0 } }, { order: [['at', 'asc']], limit: 1, fields: ['at'] })
  if (!first) return { accepts: () => true, over: false }
  const until = minutesAfter(momentOf(new Date(first.at)), graceMinutes)
  return { accepts: ({ at }) => at <= until, over: moment.iso > until }
}
