import type { AtWork, Chunk, KindOfJob } from '#kernel/jobs/kind'
import { openScopes } from '#store/work/alert-lists'
import { keepFindings, type Kept } from './keep-findings'
import type { Watch } from './watch'
import { watches } from './watches'

/** Where the next chunk begins: behind this scope of this watch. */
interface Cursor {
  watch: number
  after: string
  done: number
  kept: Kept
}

const first: Cursor = { watch: 0, after: '', done: 0, kept: { raised: 0, same: 0, changed: 0, again: 0, away: 0, gone: 0 } }

/** Looks for alerts: one scope of one watch is a chunk. Done again it finds the same and changes nothing. */
export const patrollingOver = (list: readonly Watch[]): KindOfJob<object, Cursor, Kept> => ({
  kind: 'alerts',
  async chunk(on, { cursor }): Promise<Chunk<Cursor, Kept>> {
    const at = cursor ?? first
    const watch = list[at.watch]
    if (!watch) return { result: at.kept }
    const scope = (await scopesOf(on, watch)).find((one) => one > at.after)
    if (scope === undefined) return { next: { ...at, watch: at.watch + 1, after: '' }, done: at.done, of: null }
    const kept = await lookAt(on, watch, scope)
    return { next: { ...at, after: scope, done: at.done + 1, kept: added(at.kept, kept) }, done: at.done + 1, of: null }
  },
  mayCancel: () => true,
  clear: () => Promise.resolve(),
})
export const patrolling = patrollingOver(watches) as KindOfJob

/** In one order, whatever comes between two chunks. */
async function scopesOf(on: AtWork, { detectors, scopes }: Watch): Promise<string[]> {
  const [now, ...open] = await Promise.all([scopes(on), ...detectors.map((detector) => openScopes(on.db, detector))])
  return [...new Set([...now, ...open.flat()])].sort()
}

async function lookAt(on: AtWork, { detectors, look }: Watch, scope: string): Promise<Kept> {
  const found = await look(on, scope)
  let kept = first.kept
  for (const detector of detectors) {
    const findings = found[detector]
    if (findings) kept = added(kept, await keepFindings(on, { detector, scope }, findings))
  }
  return kept
}

const added = (a: Kept, b: Kept): Kept =>
  Object.fromEntries((Object.keys(a) as (keyof Kept)[]).map((key) => [key, a[key] + b[key]])) as Kept
