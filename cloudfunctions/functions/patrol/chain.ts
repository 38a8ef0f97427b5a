import type { patrol } from '#contract/patrol'
import { Places } from '#kernel/audit-leaf'
import { checkStored, frontierOf, originOf } from '#kernel/checkpoint-note'
import { Refusal } from '#kernel/errors'
import { emptyFrontier, rootOf } from '#kernel/merkle'
import type { Action, On } from '#kernel/serve'
import { dropLeavesAfter, latestCheckpoint } from '#store/checkpoints'
import { freeLock, keepLock, takeLock } from '#store/locks'
import { chainWindow, type Base } from './window'

/** Longer than one window takes. A patrol that was killed keeps others waiting for so long. */
const leaseMs = 5 * 60_000

/** Chains what is new, window by window, each with a checkpoint of its own: a patrol that is killed loses one window's work. */
export const chain: Action<typeof patrol.chain> = async (_, on) => {
  const { db, requestId: holder } = on
  const lease = () => ({ _id: 'audit-chain', holder, until: new Date(Date.now() + leaseMs).toISOString() })
  const held = await takeLock(db, lease(), on.moment.iso)
  const start = await startingPoint(on)
  if (!held) return present(start, start)
  try {
    await dropLeavesAfter(db, start.tree.size)
    const places = new Places()
    let base = start
    for (let next: Base | undefined = base; next; next = await chainWindow(on, base, places, () => keepLock(db, lease()))) base = next
    return present(base, start)
  } finally {
    await freeLock(db, lease())
  }
}

const present = ({ tree }: Base, start: Base) => ({ size: tree.size, added: tree.size - start.tree.size, root: rootOf(tree).toString('hex') })

/** The last checkpoint. One that was tampered with is not built on: that would put our signature under it. */
async function startingPoint({ db, keys, county }: On): Promise<Base> {
  const latest = await latestCheckpoint(db)
  if (!latest) return { tree: emptyFrontier, upTo: '' }
  if (checkStored(keys, originOf(county), latest)) throw new Refusal('internal', '最近一次审计存证被人动过，没有往下存。请马上运行 npm run audit:verify 查明。')
  return { tree: frontierOf(latest), upTo: latest.upTo }
}
