import { createHash } from 'node:crypto'
import { workerKey } from '#domain/people/workers'
import { blindIndexes, seal } from '#kernel/seal/seal'
import { put, type Put } from '#store/db/write'
import { workers, type Worker } from '#store/people/helpers'
import type { Writing } from './writing'
import { digestOf } from './documents'
import { findIndexed } from './find-indexed'

/** A worker as a list names them. */
export interface NamedWorker {
  role: Worker['role']
  name: string
  unit: string
  post: string | null
  phone: string | null
}

/** Each as the list names them first. */
export function firstNamed(list: NamedWorker[]): NamedWorker[] {
  const first = new Map<string, NamedWorker>()
  for (const named of list) if (!first.has(workerKey(named))) first.set(workerKey(named), named)
  return list.map((named) => first.get(workerKey(named))!)
}

/** Finds or makes a list's workers, each once. */
export interface WorkerBook {
  of(named: NamedWorker): Worker
  save(): Promise<Put>
}

/** The workers that a list names: whoever an earlier list named keeps their id, whatever key version their index is under. */
export async function workerBook({ db, keys, importedAt }: Writing, list: NamedWorker[]): Promise<WorkerBook> {
  const indexesOf = new Map(list.map((named) => [workerKey(named), blindIndexes(keys, 'worker', workerKey(named))]))
  const there = await findIndexed(db, workers, keys, 'workerIndex', [...indexesOf.values()], ['workerIndex'])
  const idOf = new Map(there.map(({ _id, workerIndex }) => [workerIndex, _id]))
  const made = new Map<string, Worker>()
  const make = ({ role, name, unit, post, phone }: NamedWorker, indexes: string[]): Worker => ({
    _id: indexes.map((index) => idOf.get(index)).find(Boolean) ?? createHash('sha256').update(indexes[0]!).digest('hex').slice(0, 24),
    digest: digestOf(keys, name, unit, post),
    role,
    name,
    unit,
    post,
    phoneSealed: phone && seal(keys, phone),
    workerIndex: indexes[0]!,
    importedAt,
  })
  return {
    of(named) {
      const key = workerKey(named)
      const worker = made.get(key) ?? make(named, indexesOf.get(key)!)
      made.set(key, worker)
      return worker
    },
    save: () => put(db, workers, [...made.values()]),
  }
}
