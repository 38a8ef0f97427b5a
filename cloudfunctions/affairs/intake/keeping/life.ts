import { daysBetween, type Day } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { count, findById, findEach, findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { fileSources, type FileSource } from '#store/intake/intake'
import { mends, type Mend } from '#store/intake/mends'
import { quarantine, stillOpen, type Ended, type QuarantinedRow } from '#store/intake/quarantine'
import { dividends, receipts } from '#store/money/money'
import type { Writing } from '../writing/writing'
import { withdrawn } from './refused'

type Where = Pick<Writing, 'db' | 'importId'>

/** When all of a file is written: rows that were on their way are in, and nobody waits for those of the versions that it supersedes. */
export async function endLives(to: Where, on: Day): Promise<void> {
  await endEntering(to, on)
  const source = await findById(to.db, fileSources, to.importId)
  if (source) await withdrawSuperseded(to.db, source, on)
}

/** A version that nothing is left of: each of its months is told anew, or none of what it said stands. */
async function withdrawSuperseded(db: Db, { _id: file, decided, fileName }: FileSource, on: Day): Promise<void> {
  const over = decided.filter(({ relation, later }) => relation === 'version' && later)
  const earlier = await findIn(db, fileSources, '_id', [...new Set(over.map(({ importId }) => importId))])
  for (const { _id, rows } of earlier) {
    const scopes = new Set(over.filter(({ importId }) => importId === _id).map(({ scope }) => scope))
    const months = Object.keys(rows)
    const isGone =
      months.length > 0
        ? months.every((month) => scopes.has(month))
        : (await count(db, receipts, { importId: _id })) + (await count(db, dividends, { importId: _id })) === 0
    if (isGone) await withdrawRows({ db, importId: _id }, on, { file, why: `后来的《${fileName}》顶替了这份文件` })
  }
}

/** The file that superseded others was taken back: their rows are waited for again. */
export const reopenSuperseded = (db: Db, file: string): Promise<number> =>
  update(db, quarantine, { state: 'withdrawn', 'ended.file': file }, { $set: { state: 'open', ended: null } })

async function endEntering({ db, importId }: Where, on: Day): Promise<void> {
  const entering = await findEach(db, quarantine, { importId, state: 'entering' }, ['since', 'mendId'])
  if (entering.length === 0) return
  const given = await findIn(
    db,
    mends,
    '_id',
    entering.flatMap(({ mendId }) => mendId ?? []),
    ['by'],
  )
  const byOf = new Map(given.map(({ _id, by }: Pick<Mend, '_id' | 'by'>) => [_id, by]))
  await inTurns(entering, 8, ({ _id, since, mendId }: Pick<QuarantinedRow, '_id' | 'since' | 'mendId'>) => {
    const by = byOf.get(mendId ?? '')
    const ended: Ended = { on, days: daysBetween(since, on), by: by ? { id: by.id, name: by.name } : null }
    return update(db, quarantine, { _id, state: 'entering' }, { $set: { state: 'mended', ended } })
  })
}

/** Nobody waits for the refused rows of a file any more. */
async function withdrawRows({ db, importId }: Where, on: Day, ended: Pick<Ended, 'file' | 'why'>): Promise<void> {
  const open = await findEach(db, quarantine, { importId, ...stillOpen }, ['since'])
  await inTurns(open, 8, ({ _id, since }: Pick<QuarantinedRow, '_id' | 'since'>) =>
    update(db, quarantine, { _id, ...stillOpen }, { $set: withdrawn(since, on, ended) }),
  )
}
