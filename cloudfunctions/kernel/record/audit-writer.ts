import { randomBytes } from 'node:crypto'
import { insertAudit, type AuditRecord, type AuditSeal } from '#store/record/audit'
import type { Db } from '#store/db/collection'
import { sealRecord } from './audit-seal'
import type { Keys } from '../seal/keys'

/** What a writer vouches for: that its records 1…`n` were written, save those that its records say never came to be. */
export interface Announced {
  writer: string
  n: number
}

/** Numbers and seals the records of one process, in the order in which they are begun. */
export class AuditWriter {
  /** Called whenever a record was written. */
  onWritten: (() => void) | undefined
  private readonly name = randomBytes(8).toString('hex')
  private last = 0
  private highest = 0
  private readonly underWay = new Set<number>()
  /** Numbers that the database refused and that no written record has told of yet. */
  private untold: AuditSeal['without'] = []

  /** Writes a record. Its failure is the caller's: what is not on record must not happen. */
  async write(db: Db, keys: Keys, record: Omit<AuditRecord, 'seal'>): Promise<void> {
    const n = ++this.last
    const without = this.untold
    this.underWay.add(n)
    try {
      await insertAudit(db, sealRecord(keys, record, { writer: this.name, n, without }))
      this.highest = Math.max(this.highest, n)
      if (without.length > 0) this.untold = this.untold.filter((range) => !without.includes(range))
    } catch (error) {
      this.miss(n)
      throw error
    } finally {
      this.underWay.delete(n)
    }
    this.onWritten?.()
  }

  /** What can be vouched for now; nothing before the first record. Whatever is under way, or failed and is not told of yet, waits. */
  announced(): Announced | undefined {
    const open = [...this.underWay, ...this.untold.map(([from]) => from)]
    const n = Math.min(this.highest, ...open.map((number) => number - 1))
    return n > 0 ? { writer: this.name, n } : undefined
  }

  /** True while some of its numbers are missing and no record says why: one more record tells. */
  owesWord = (): boolean => this.untold.length > 0

  /** A new list each time: a record under way tells of those that were in it when it was begun. */
  private miss(n: number): void {
    const last = this.untold.at(-1)
    this.untold = last?.[1] === n - 1 ? [...this.untold.slice(0, -1), [last[0], n]] : [...this.untold, [n, n]]
  }
}

const place = Symbol.for('xiaokang/audit-writer')

/**
 * The writer of this process, made at the first record: an instance that is started from a snapshot has a name of its own. The local
 * cloud runs all functions, each a bundle with modules of its own, in one process, so it is kept where all of them see it.
 */
export function processWriter(): AuditWriter {
  const shared = globalThis as { [place]?: AuditWriter }
  return (shared[place] ??= new AuditWriter())
}
