import { createHash } from 'node:crypto'
import { compactOf } from '#domain/cells'
import { normaliseName } from '#domain/names'
import { blindIndex, seal } from '#kernel/seal'
import { put, type Put } from '#store/collection'
import { workers, type Worker } from '#store/helpers'
import type { Writing } from '../kind'
import { digestOf } from './documents'

/** A worker as a list names them. */
export interface NamedWorker { role: Worker['role']; name: string; unit: string; post: string | null; phone: string | null }

/** The same unit, name and phone are the same worker, in the next list too. */
export function workerOf({ keys, importedAt }: Writing, { role, name, unit, post, phone }: NamedWorker): Worker {
  const workerIndex = blindIndex(keys, 'worker', [role, compactOf(unit), normaliseName(name), phone ?? ''].join('/'))
  return {
    _id: createHash('sha256').update(workerIndex).digest('hex').slice(0, 24),
    digest: digestOf(keys, name, unit, post),
    role, name, unit, post,
    phoneSealed: phone && seal(keys, phone),
    workerIndex,
    importedAt,
  }
}

/** Finds a list's workers, each made once. */
export function workerBook(to: Writing): { of(named: NamedWorker): Worker; save(): Promise<Put> } {
  const known = new Map<string, Worker>()
  const byId = new Map<string, Worker>()
  return {
    of(named) {
      const key = JSON.stringify(named)
      const made = known.get(key) ?? workerOf(to, named)
      known.set(key, made)
      if (!byId.has(made._id)) byId.set(made._id, made)
      return byId.get(made._id)!
    },
    save: () => put(to.db, workers, [...byId.values()]),
  }
}
