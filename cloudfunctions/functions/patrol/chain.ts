import type { patrol } from '#contract/patrol/actions'
import { Places } from '#kernel/record/audit-leaf'
import { processWriter } from '#kernel/record/audit-writer'
import { frontierOf, originOf, readStored, signCheckpoint } from '#kernel/record/checkpoint-note'
import { now } from '#kernel/call/clock'
import { Refusal } from '#kernel/call/errors'
import { emptyFrontier, rootOf } from '#kernel/record/merkle'
import { recordLook } from '#kernel/record/release'
import { sendCheckpoint } from '#kernel/record/send-checkpoint'
import type { Action, On } from '#kernel/call/on'
import { audit } from '#store/record/audit'
import { dropLeavesAfter, latestCheckpoint } from '#store/record/checkpoints'
import { count } from '#store/db/read'
import { freeLock, keepLock, takeLock } from '#store/db/locks'
import { missingOf } from './missing'
import { mayBeUnsealed } from './unsealed'
import { chainWindow, type Base, type Run } from './window'

/** Longer than one window takes. A patrol that was killed keeps others waiting for so long. */
const leaseMs = 5 * 60_000

/** How many entries were left over after the last search of the whole log; it is searched again only when there are others. */
let leftOver = 0

/**
 * Chains what is new, window by window, each with a checkpoint of its own: a patrol that is killed loses one window's work. Looks for
 * what this process wrote and is not there any more, and signs that word even if there is nothing new.
 */
export const chain: Action<typeof patrol.chain> = async (_, on) => {
  const { db, requestId: holder } = on
  const lease = () => ({ _id: 'audit-chain', holder, until: new Date(Date.now() + leaseMs).toISOString() })
  const held = await takeLock(db, lease(), on.moment.iso)
  const start = await startingPoint(on)
  if (!held) return present(start, start, 0, [], start.note)
  try {
    await dropLeavesAfter(db, start.tree.size)
    if (processWriter().owesWord()) await recordLook(on, {}, { action: 'patrol.chain', granted: true, reason: '有记录当时没有写成' })
    const announced = processWriter().announced()
    const run: Run = {
      on,
      places: new Places(),
      announced,
      mayBeUnsealed: await mayBeUnsealed(on, start),
      strange: new Set(),
      hold: () => keepLock(db, lease()),
    }
    let base = await chainAll(run, start)
    const excess = (await count(db, audit, {})) - base.tree.size
    if (excess > 0 && excess !== leftOver) {
      base = await chainAll(run, base, '')
      leftOver = (await count(db, audit, {})) - base.tree.size
    }
    const missing = announced ? await missingOf(db, announced) : []
    const note = missing.length > 0 ? wordOn(on, base, run) : base.note
    if (note) await sendCheckpoint(on, note)
    return present(base, start, run.strange.size, missing, note)
  } finally {
    await freeLock(db, lease())
  }
}

async function chainAll(run: Run, start: Base, since?: string): Promise<Base> {
  let base = start
  for (let next: Base | undefined = base; next; next = await chainWindow(run, base, since)) base = next
  return base
}

/** The same size once more, with how many there should be: for whoever keeps it elsewhere. */
function wordOn({ keys, county }: On, { tree, upTo, sealedFrom }: Base, { announced }: Run): string {
  const said = { size: tree.size, root: rootOf(tree).toString('hex'), at: now().iso, upTo: upTo || now().iso, previous: tree.size }
  return signCheckpoint(keys, originOf(county), { ...said, ...(sealedFrom && { sealedFrom }), ...(announced && { announced }) })
}

const present = ({ tree }: Base, start: Base, strange: number, missing: number[], note: string | undefined) => ({
  size: tree.size,
  added: tree.size - start.tree.size,
  root: rootOf(tree).toString('hex'),
  strange,
  missing,
  ...(note && { note }),
})

/** The last checkpoint. One that was tampered with is not built on: that would put our signature under it. */
async function startingPoint({ db, keys, county }: On): Promise<Base> {
  const latest = await latestCheckpoint(db)
  if (!latest) return { tree: emptyFrontier, upTo: '', sealedFrom: 1 }
  const read = readStored(keys, originOf(county), latest)
  if (typeof read === 'string')
    throw new Refusal('internal', '最近一次审计存证被人动过，没有往下存。请马上运行 npm run audit:verify 查明。')
  return { tree: frontierOf(latest), upTo: latest.upTo, note: latest.note, ...(read.sealedFrom && { sealedFrom: read.sealedFrom }) }
}
