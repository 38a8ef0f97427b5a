import { now } from '#kernel/call/clock'
import { sealFault } from '#kernel/record/audit-seal'
import { audit } from '#store/record/audit'
import { find } from '#store/db/read'
import type { Finding } from './finding'
import type { Gap } from './writers'
import type { Walk } from './replayed'

/** A record younger than this may have been written before one with a smaller number that is still under way. */
const youngMs = 60_000

/** The first number of any writer that is missing. A county that is at work writes meanwhile: what is on its way is waited for. */
export async function findGap(walk: Walk, { tries = 5, pauseMs = 1000 } = {}): Promise<Finding | undefined> {
  for (let tried = 0; ; tried++) {
    const gaps: Gap[] = []
    for (const gap of walk.writers.gaps()) if (!(await fill(walk, gap))) gaps.push(gap)
    if (gaps.length === 0) return undefined
    const old = gaps.find(({ at }) => at === undefined || Date.parse(now().iso) - Date.parse(at) > youngMs)
    if (old || tried >= tries) return sayGap(walk, old ?? gaps[0]!)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/** Reads what has come since, from the missing number on; true if it is there now. */
async function fill({ log: { db, keys }, writers }: Walk, { writer, number }: Gap): Promise<boolean> {
  const come = (await find(db, audit, { 'seal.writer': writer, 'seal.n': { $gte: number } }, { order: [['seal.n', 'asc']] })).filter(
    (entry) => !sealFault(keys, entry),
  )
  for (const entry of come) writers.met(entry)
  return !writers.gaps().some((gap) => gap.writer === writer)
}

const sayGap = ({ tree }: Walk, { writer, number, seq, at }: Gap): Finding => ({
  fault: at === undefined ? 'tail-missing' : 'number-missing',
  seq: seq ?? tree.size + 1,
  writer,
  number,
  ...(at !== undefined && { at }),
})
