import type { Resealed } from '#contract/patrol/actions'
import { reseal } from '#functions/patrol/reseal'
import { now } from '#kernel/call/clock'
import type { Keys } from '#kernel/seal/keys'
import { versionOf } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import { collections } from '#store/all'
import type { Db, Stored } from '#store/db/collection'
import { findEach } from '#store/db/read'
import type { Cloud } from '../harness/cloud'

/** One call of the timer, on the cloud's keys or others, on its database or one that fails. */
export const resealOnce = (
  { db, keys, county }: Pick<Cloud, 'db' | 'keys' | 'county'>,
  limit = 500,
  over: { db?: Db; keys?: Keys } = {},
): Promise<Resealed> => {
  const on: On = {
    db,
    keys,
    county,
    office: { networks: [], address: 'source' },
    platforms: {},
    checkpoints: {},
    moment: now(),
    requestId: 'reseal',
    call: { road: 'timer', action: 'reseal', input: {} },
    files: {
      download: () => Promise.reject(new Error('nothing is downloaded')),
      upload: () => Promise.reject(new Error('nothing is kept')),
      remove: () => Promise.resolve(),
    },
    caller: () => Promise.reject(new Error('nobody asks')),
    ...over,
  }
  return reseal({ limit }, on)
}

/** Calls until it is done. */
export async function resealAll(cloud: Cloud, limit = 500): Promise<{ resealed: number; remaining: number }> {
  for (let resealed = 0; ;) {
    const told = await resealOnce(cloud, limit)
    resealed += told.resealed
    if (told.waiting) throw new Error(told.waiting)
    if (told.done) return { resealed, remaining: told.remaining ?? -1 }
  }
}

/** Every text of a document that depends on a key, with where it stands. */
export function keyedTexts(document: object): { path: string; version: string }[] {
  const found: { path: string; version: string }[] = []
  const walk = (value: unknown, path: string) => {
    const version = versionOf(value)
    if (version) found.push({ path, version })
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key)
  }
  walk(document, '')
  return found
}

/** How many texts of the whole database stand under each key version. */
export async function versionsIn(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const of of collections) {
    for (const document of await findEach<Stored>(db, of, {}))
      for (const { version } of keyedTexts(document)) counts[version] = (counts[version] ?? 0) + 1
  }
  return counts
}
