import { JobFault, type AtWork, type Chunk, type KindOfJob } from '#kernel/jobs/kind'
import { now } from '#kernel/call/clock'
import { Refusal } from '#kernel/call/errors'
import type { Collection, Stored } from '#store/db/collection'
import { findById } from '#store/db/read'
import { insert, remove, update } from '#store/db/write'
import { imports, type Import, type ImportedBy } from '#store/intake/intake'
import { removeJournal } from '#store/intake/journal'
import { undoId, undoings } from '#store/intake/undoings'
import { mends } from '#store/intake/mends'
import { quarantine, refusedTables, warnings } from '#store/intake/quarantine'
import { removeStaged } from '#store/intake/staged'
import { findJob } from '#store/work/jobs'
import { watchRefused } from '../../alerts/refused-watch'
import { reopenSuperseded } from '../keeping/life'
import { builtByImport, heldBy, laterImports } from './built-on'
import { collate, type Collated } from './collate'
import { changedSince, ownOf, putBack } from './put-back'

/** An import to be taken back, on whose word and why; `by` is null at the terminal. */
export interface Undoing {
  importId: string
  by: ImportedBy | null
  reason: string
}

/** First it is asked whether anything stands on it, over the whole; then everything is put back. */
interface At {
  phase: 'ask' | 'put'
  part: number
  /** Documents that somebody changed while it was being put back: they stay as they are. */
  kept: number
}

export interface Undone {
  kept: number
}

/** So many parts of a journal at a time. */
const partsAtOnce = 40

/** Takes a whole import back: afterwards the store is as if it had never come, or, if anything was built on it, as it is. */
export const undoing: KindOfJob<Undoing, At, Undone> = {
  kind: 'undo',
  async chunk(on, { input, cursor }) {
    const own = await findById(on.db, imports, input.importId)
    // A chunk that was done, and not saved.
    if (own?.status === 'undone') return { result: { kept: cursor?.kept ?? 0 } }
    if (own?.status !== 'undoing') throw new JobFault('这一次导入已经不在撤销中了，什么也没有改动。')
    try {
      const journal = await collate(on, input.importId)
      if (!cursor || cursor.phase === 'ask') return await ask(on, own, journal, cursor?.part ?? 0)
      return await put(on, own, input, journal, cursor)
    } catch (error) {
      // A key that is not here any more.
      if (error instanceof Refusal) throw new JobFault(error.message)
      throw error
    }
  },
  mayCancel: () => false,
  async clear({ db }, { input, cursor }) {
    if (cursor?.phase === 'put') return
    const own = await findById(db, imports, input.importId)
    // One that failed half written is still that.
    const status = own?.result ? 'done' : 'running'
    await update(db, imports, { _id: input.importId, status: 'undoing' }, { $set: { status } })
  },
}

/**
 * Whether anything was built on it, part by part of its journal. @throws JobFault saying what.
 */
async function ask(on: AtWork, own: Import, journal: Collated, from: number): Promise<Chunk<At, Undone>> {
  const next = from + partsAtOnce
  const of = 2 * journal.parts.length
  if (from === 0) await askImports(on, own, journal)
  for (let part = from; part < Math.min(next, journal.parts.length); part++) {
    const some = await ownOf(on, journal, part)
    if (!some) continue
    const changed = changedSince(some)
    if (changed.length > 0) throw refused(await whoChanged(on, own, changed.length, changed[0]!.now))
    const held = await heldBy(
      on,
      journal,
      some.of.name,
      some.entries.map(({ id }) => id),
    )
    if (held) throw refused(held)
  }
  if (next < journal.parts.length) return { next: { phase: 'ask', part: next, kept: 0 }, done: next, of }
  return { next: { phase: 'put', part: 0, kept: 0 }, done: journal.parts.length, of }
}

async function askImports(on: AtWork, own: Import, journal: Collated): Promise<void> {
  for (const later of await laterImports(on, own)) {
    if (later.status !== 'done' && (await isUnderWay(on, later)))
      throw refused(`《${later.fileName}》正在${later.status === 'undoing' ? '撤销' : '导入'}，请等它做完`)
    const built = await builtByImport(on, own, journal, later)
    if (built) throw refused(`${built}。要撤销，请先撤销《${later.fileName}》`)
  }
}

const isUnderWay = async ({ db }: AtWork, { _id, status }: Import): Promise<boolean> =>
  (await findJob(db, status === 'undoing' ? undoId(_id) : _id))?.state === 'waiting'

const refused = (why: string) => new JobFault(`没有撤销：${why}。什么也没有改动。也可以导入一份更正的表来改正。`)

async function whoChanged({ db }: AtWork, own: Import, count: number, there: object | null): Promise<string> {
  const importId = (there as { importId?: unknown } | null)?.importId
  const other = typeof importId === 'string' && importId !== own._id ? await findById(db, imports, importId) : undefined
  return other ? `《${other.fileName}》已经改过它写下的 ${count} 条` : `它写下的有 ${count} 条后来又改过（别的表，或者窗口登记）`
}

async function put(on: AtWork, own: Import, input: Undoing, journal: Collated, cursor: At): Promise<Chunk<At, Undone>> {
  const of = journal.parts.length
  const next = Math.min(of, cursor.part + partsAtOnce)
  let { kept } = cursor
  for (let part = cursor.part; part < next; part++) {
    const some = await ownOf(on, journal, part)
    if (some) kept += await putBack(on, some)
  }
  if (next < of) return { next: { phase: 'put', part: next, kept }, done: of + next, of: 2 * of }
  await endOf(on, own, input)
  return { result: { kept } }
}

/** Its refused rows, warnings and journal go; that it was there, and who took it back, stays in the history. */
async function endOf(on: AtWork, own: Import, { by, reason }: Undoing): Promise<void> {
  const { db } = on
  const importId = own._id
  await removeStaged(db, importId)
  for (const kept of [quarantine, warnings, refusedTables, mends] as Collection<Stored & { importId: string }>[])
    await remove(db, kept, { importId })
  await reopenSuperseded(db, importId)
  await watchRefused(on, importId)
  await removeJournal(db, importId)
  const { fileName, kind, at, result, agencyId = null } = own
  const _id = `${importId}/${own.began ?? at}`
  await remove(db, undoings, { _id })
  await insert(db, undoings, {
    _id,
    importId,
    fileName,
    kind,
    agencyId,
    importedAt: at,
    importedBy: own.by ?? null,
    result,
    at: now().iso,
    by,
    reason,
  })
  await update(db, imports, { _id: importId }, { $set: { status: 'undone' } })
}
