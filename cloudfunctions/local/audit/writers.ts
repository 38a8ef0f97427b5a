import type { Announced } from '#kernel/record/audit-writer'
import type { AuditRecord } from '#store/record/audit'

/**
 * A number of a writer's that no record bears and no record says was never written; the record after it stands at `seq`, if
 * there is one.
 */
export interface Gap {
  writer: string
  number: number
  seq?: number
  at?: string
}

interface Known {
  /** All numbers up to here are accounted for. */
  through: number
  /** Numbers beyond that were met already: at most as many as one process writes at once, unless something is missing. */
  ahead: Map<number, { seq?: number; at?: string }>
  /** How many there should be at least. */
  promised: number
}

/** What each writer wrote, by its numbers. */
export class Writers {
  private readonly known = new Map<string, Known>()

  /** A record that bears a right seal, or none. `seq`: its number in the log, once it has one. */
  met({ seal, at }: AuditRecord, seq?: number): void {
    if (!seal) return
    const one = this.of(seal.writer)
    one.ahead.set(seal.n, { ...(seq !== undefined && { seq }), at })
    for (const [from, to] of seal.without)
      for (let n = Math.max(from, one.through + 1); n <= to; n++) if (!one.ahead.has(n)) one.ahead.set(n, {})
    while (one.ahead.delete(one.through + 1)) one.through++
  }

  promised(announced: Announced | undefined): void {
    if (!announced) return
    const one = this.of(announced.writer)
    one.promised = Math.max(one.promised, announced.n)
  }

  /** The first number of each writer that is missing. */
  gaps(): Gap[] {
    return [...this.known].flatMap(([writer, { through, ahead, promised }]): Gap[] => {
      const [after] = [...ahead].filter(([, { at }]) => at !== undefined).sort(([a], [b]) => a - b)
      return after || promised > through ? [{ writer, number: through + 1, ...after?.[1] }] : []
    })
  }

  private of(writer: string): Known {
    const known = this.known.get(writer) ?? { through: 0, ahead: new Map(), promised: 0 }
    this.known.set(writer, known)
    return known
  }
}
