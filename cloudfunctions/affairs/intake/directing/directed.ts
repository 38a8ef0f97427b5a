import { open, seal } from '#kernel/seal/seal'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import { findById } from '#store/db/read'
import { replace } from '#store/db/write'
import { directions, type Directed } from '#store/intake/directions'

type Where = { db: Db; keys: Keys }

/** What people said of how to read a file, by its hash. */
export async function directedOf({ db, keys }: Where, sha256: string): Promise<Directed> {
  const kept = await findById(db, directions, sha256)
  return kept ? (JSON.parse(open(keys, kept.sealed)) as Directed) : { columns: [] }
}

/** Keeps what was said of how to read a file, in place of what was. */
export const keepDirected = ({ db, keys }: Where, sha256: string, directed: Directed): Promise<void> =>
  replace(db, directions, { _id: sha256, sealed: seal(keys, JSON.stringify(directed)) })
