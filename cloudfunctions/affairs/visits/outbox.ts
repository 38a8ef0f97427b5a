import type { field } from '#contract/field/actions'
import type { InputOf, OutputOf } from '#contract/call/action'
import { normOn } from '#domain/county/parameters'
import { daysBetween } from '#domain/time/dates'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'
import { findById, findEach } from '#store/db/read'
import { replace } from '#store/db/write'
import { outboxes, visits } from '#store/work/visits'

/** Numbers that never came, told at once at most. */
const mostTold = 50

/**
 * Takes down what a phone still holds, and says what it has lost: numbers given to visits that neither came nor are held. Only the server
 * can notice, since what a phone keeps may be cleared with the app.
 */
export async function sayOutbox(
  { db, keys, county, moment, ...on }: On,
  { held, since, last }: InputOf<typeof field.outbox>,
): Promise<OutputOf<typeof field.outbox>> {
  const { staff, account } = await on.caller()
  const { _id: staffId, agencyId } = staff!
  const [before, came] = await Promise.all([
    findById(db, outboxes, account!._id),
    findEach(db, visits, { accountId: account!._id, staffId }, ['seq']),
  ])
  const numbers = new Set([...came.map(({ seq }) => seq), ...held])
  const highest = Math.max(last, before?.staffId === staffId ? before.last : 0, ...numbers)
  await replace(db, outboxes, {
    ...{ _id: account!._id, staffId, agencyId, holds: held.length, since: held.length > 0 ? (since ?? moment.iso) : null },
    ...{ last: highest, saidAt: moment.iso },
  })
  const missing = Array.from({ length: highest }, (_, i) => i + 1).filter((seq) => !numbers.has(seq))
  return {
    keys: keysOf(keys, account!._id, staffId),
    ...{ last: highest, missing: missing.slice(-mostTold) },
    warn: since !== undefined && daysBetween(countyTime(since).day, moment.today) >= normOn(county, 'outbox-warn-days', moment.today),
  }
}

/** What one person's outbox on one phone is sealed with: derived anew each time, kept nowhere. Older versions open what was sealed. */
const keysOf = (keys: Keys, accountId: string, staffId: string): string[] =>
  [keys.newest, ...versionsOf(keys).filter((version) => version !== keys.newest)].map((version) =>
    mac(keys, 'outbox', `${accountId}/${staffId}`, version).toString('hex'),
  )
