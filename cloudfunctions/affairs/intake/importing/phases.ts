import type { ImportResult } from '#contract/intake/actions'
import type { AtWork, Chunk } from '#kernel/jobs/kind'
import { watchRefused } from '../../alerts/refused-watch'
import { tendBatches } from '../../batches/tend'
import { countWarnings, keepSeenLate, keepWarnings } from '../keeping/findings'
import { endLives } from '../keeping/life'
import { resultOf } from '../keeping/result'
import { allStaged, note, staged } from '../keeping/staging'
import { kindsOfFile } from '../kinds/all'
import type { KindOfFile } from '../kinds/kind'
import { keepNamed, withJournal } from '../undoing/journal'
import { keepStated } from '../writing/stated'
import type { Writing } from '../writing/writing'
import type { At, Counts, Work } from './importing'
import { end } from './record'

/** What is done with a file that is read: it is looked at as a whole, written chunk by chunk, then what follows from the whole. */
export const phases = {
  async prepare(on: AtWork, work: Work): Promise<Chunk<At, ImportResult>> {
    const { cursor } = work
    const to = writing(on, work)
    const notes = await kindOf(cursor).prepare(to, cursor.told, () => allStaged(to, cursor.chunks))
    if (notes) await note(to, notes)
    return { next: { ...cursor, phase: 'write' }, done: 0, of: cursor.read.rows }
  },

  async write(on: AtWork, work: Work): Promise<Chunk<At, ImportResult>> {
    const { id, cursor } = work
    const to = writing(on, work)
    const { rows, notes, warnings: remarked } = await staged(to, cursor.next)
    const kind = kindOf(cursor)
    const written = await kind.write(to, cursor.told, rows, notes)
    const { personIds, added, changed } = written
    await keepStated(to, kind.kind, kind.says(rows), written)
    if (!work.rehearsed) await keepNamed(on, id, [...personIds.values()], work.input.again !== undefined)
    await keepWarnings({ ...to, agencyId: cursor.agencyId }, remarked, personIds)
    const next = cursor.next + 1
    return {
      next: { ...cursor, ...plus(cursor, { added, changed }), phase: next < cursor.chunks ? 'write' : 'finish', next },
      done: Math.floor((cursor.read.rows * next) / cursor.chunks),
      of: cursor.read.rows,
    }
  },

  async finish(on: AtWork, work: Work): Promise<Chunk<At, ImportResult>> {
    const { id, input, cursor } = work
    const to = writing(on, work)
    const { versions, ...counts } = await kindOf(cursor).finish(to, cursor.told)
    const outcome = {
      ...cursor.read,
      ...plus(plus(cursor, counts), input.again),
      warned: await countWarnings(to),
      ...(versions && { versions }),
    }
    await endLives(to, input.again?.on ?? input.today)
    const result = await end(on, id, input, resultOf({ _id: id, fileName: input.fileName }, outcome))
    if (!work.rehearsed) {
      await watchRefused(on, id)
      await tendBatches(on)
    }
    return { result }
  },
}

const plus = (cursor: Counts, { added, changed }: Counts = { added: 0, changed: 0 }): Counts => ({
  added: cursor.added + added,
  changed: cursor.changed + changed,
})

function writing({ db, keys }: AtWork, { id: importId, input, cursor: { spokenOn, stated, agencyId }, rehearsed }: Work): Writing {
  const { at, today } = input
  const to = { db: rehearsed ? db : withJournal({ db, keys }, importId), keys, importId, agencyId }
  const days = { today, spokenOn, statedOn: stated ? spokenOn : null }
  return { ...to, importedAt: at, ...days, warn: (seen) => keepSeenLate({ ...to, today }, seen) }
}

const kindOf = ({ read: { kind } }: At): KindOfFile => kindsOfFile.find((one) => one.kind === kind)!
