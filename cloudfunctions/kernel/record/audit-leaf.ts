import type { AuditRecord } from '#store/record/audit'
import type { AuditLeaf } from '#store/record/checkpoints'
import { canonicalJson } from './canonical'
import { leafHash } from './merkle'

/** Where an entry stands among those of its household, and the hash that commits to that and to the whole entry. */
export type Place = Pick<AuditLeaf, 'n' | 'previous' | 'hash'>

/** The hash (hex) of an entry at its place. `n` has no gaps within a household, so a list of its entries is provably complete. */
export const hashEntry = (entry: AuditRecord, n: number | null, previous: string | null): string =>
  leafHash(canonicalJson({ entry, n, previous })).toString('hex')

/** Gives entries their places, in the order they are handed over. Knows the last place of each household that it met. */
export class Places {
  private readonly last = new Map<string, { n: number; hash: string }>()

  /** Goes on from what was placed earlier. */
  resume(leaves: AuditLeaf[]): void {
    for (const { householdId, n, hash } of leaves) if (householdId !== null && n !== null) this.last.set(householdId, { n, hash })
  }

  knows = (householdId: string): boolean => this.last.has(householdId)

  /** The next place of the entry's household, taken. An entry about no household has no number. */
  take(entry: AuditRecord): Place {
    const { householdId } = entry
    const before = householdId === null ? undefined : this.last.get(householdId)
    const n = householdId === null ? null : (before?.n ?? 0) + 1
    const previous = before?.hash ?? null
    const hash = hashEntry(entry, n, previous)
    if (householdId !== null && n !== null) this.last.set(householdId, { n, hash })
    return { n, previous, hash }
  }
}
