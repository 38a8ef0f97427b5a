import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { reconcile } from '#domain/money/reconcile'
import type { Month } from '#domain/time/dates'
import type { Moment } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { insertMany, replace } from '#store/db/write'
import { claims, type Claim } from '#store/money/claims'
import type { Gathered } from './gather'

/** One due as it stands now. */
export function asClaim({ facts, ...at }: Gathered, { iso }: Moment): Claim {
  const _id = createHash('sha256').update(at.claim).digest('hex').slice(0, 24)
  return { _id, ...at, ...reconcile(facts), reconciledAt: iso }
}

/** Writes those that are new or not as they were: how many, and the months in which something is otherwise. */
export async function keepClaims(db: Db, found: readonly Claim[]): Promise<{ changed: number; months: Month[] }> {
  const there = new Map(
    (
      await findIn(
        db,
        claims,
        '_id',
        found.map(({ _id }) => _id),
      )
    ).map((claim) => [claim._id, claim]),
  )
  const absent = found.filter(({ _id }) => !there.has(_id))
  const different = found.filter((claim) => there.has(claim._id) && !isSame(there.get(claim._id)!, claim))
  await insertMany(db, claims, [...absent])
  await inTurns(different, 8, (claim) => replace(db, claims, claim))
  const before = different.map(({ _id }) => there.get(_id)!)
  return { changed: absent.length + different.length, months: [...new Set([...absent, ...different, ...before].map(({ month }) => month))] }
}

const isSame = (a: Claim, b: Claim): boolean => isDeepStrictEqual({ ...a, reconciledAt: '' }, { ...b, reconciledAt: '' })
