import type { Announced } from '#kernel/record/audit-writer'
import { readCheckpoint, type Checkpoint } from '#kernel/record/checkpoint-note'
import type { Keys } from '#kernel/seal/keys'
import { rootOf, type Frontier } from '#kernel/record/merkle'
import type { Finding } from './finding'
import { sizeIn } from './notes'

/** Checkpoints that were kept elsewhere, against which a log is held. What they saw cannot be rolled back unnoticed. */
export class Witness {
  private readonly seen = new Map<number, Checkpoint[]>()
  private readonly forged: number | undefined
  /** Up to where a kept checkpoint was found to be right. */
  private agreed = 0

  constructor(keys: Keys, origin: string, notes: string[]) {
    for (const note of notes) {
      const read = readCheckpoint(keys, origin, note)
      if (typeof read === 'string') this.forged ??= sizeIn(note)
      else this.seen.set(read.size, [...(this.seen.get(read.size) ?? []), read])
    }
  }

  /** What writers had written by the kept checkpoints. */
  announced(): Announced[] {
    return [...this.seen.values()].flat().flatMap(({ announced }) => announced ?? [])
  }

  /** Whether a checkpoint of this size says otherwise. */
  differs(tree: Frontier): Finding | undefined {
    const here = this.seen.get(tree.size)
    if (!here) return undefined
    const root = rootOf(tree).toString('hex')
    if (here.some((kept) => kept.root !== root)) return { fault: 'witness-differs', seq: this.agreed + 1, upToSeq: tree.size }
    this.agreed = tree.size
    return undefined
  }

  /** Once a log has been replayed to its end: whether a kept checkpoint knew more, or is none of ours. */
  misses(size: number): Finding | undefined {
    const most = [...this.seen.keys()].reduce((most, kept) => Math.max(most, kept), 0)
    if (most > size) return { fault: 'rolled-back', seq: size + 1, upToSeq: most }
    return this.forged === undefined ? undefined : { fault: 'witness-forged', seq: this.forged }
  }
}
