import type { DetectorName } from '#domain/alerts/detectors/all'
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

/** So long a chunk goes on from scope to scope, in ms: where nothing is found, saving each would be most of the work. */
const chunkMs = 1000

/** Looks for alerts, scope after scope of one watch after the other. Done again it finds the same and changes nothing. */
export const patrollingOver = (list: readonly Watch[]): KindOfJob<object, Cursor, Kept> => ({
  kind: 'alerts',
  async chunk(on, { cursor }): Promise<Chunk<Cursor, Kept>> {
    const from = cursor ?? first
    const until = Date.now() + chunkMs
    let at = from
    try {
      for await (const next of onwards(on, list, from)) {
        at = next
        if (Date.now() >= until) break
      }
    } catch (error) {
      // What went well is saved first; the next chunk begins with what did not.
      if (at === from) throw error
    }
    return list[at.watch] ? { next: at, done: at.done, of: null } : { result: at.kept }
  },
  mayCancel: () => true,
  clear: () => Promise.resolve(),
})
export const patrolling = patrollingOver(watches) as KindOfJob

/** Where it stands behind each scope, and behind each watch. */
async function* onwards(on: AtWork, list: readonly Watch[], from: Cursor): AsyncGenerator<Cursor> {
  let at = from
  for (let watch = list[at.watch]; watch; watch = list[at.watch]) {
    const { scopes, open } = await scopesOf(on, watch)
    for (const scope of scopes.filter((one) => one > at.after)) {
      const kept = await lookAt(on, watch, scope, open)
      yield (at = { ...at, after: scope, done: at.done + 1, kept: added(at.kept, kept) })
    }
    yield (at = { ...at, watch: at.watch + 1, after: '' })
  }
}

/** In which scopes each detector has open alerts. */
type OpenScopes = ReadonlyMap<DetectorName, ReadonlySet<string>>

/** Those of now, and those in which something is open, in one order whatever comes between two chunks. */
async function scopesOf(on: AtWork, { detectors, scopes }: Watch): Promise<{ scopes: string[]; open: OpenScopes }> {
  const [now, ...open] = await Promise.all([scopes(on), ...detectors.map((detector) => openScopes(on.db, detector))])
  return {
    scopes: [...new Set([...now, ...open.flat()])].sort(),
    open: new Map(detectors.map((detector, i) => [detector, new Set(open[i])])),
  }
}

async function lookAt(on: AtWork, { detectors, look }: Watch, scope: string, open: OpenScopes): Promise<Kept> {
  const found = await look(on, scope)
  let kept = first.kept
  for (const detector of detectors) {
    const findings = found[detector]
    // Nothing found where nothing was open: there is nothing to keep or to let go.
    if (!findings || (findings.length === 0 && !open.get(detector)?.has(scope))) continue
    kept = added(kept, await keepFindings(on, { detector, scope }, findings))
  }
  return kept
}

const added = (a: Kept, b: Kept): Kept =>
  Object.fromEntries((Object.keys(a) as (keyof Kept)[]).map((key) => [key, a[key] + b[key]])) as Kept
