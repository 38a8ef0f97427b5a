import type { ServerResponse } from 'node:http'
import { GatewayError } from './errors'

/** Signatures are kept by the minute in which they expire. */
const MINUTE_MS = 60_000
/** About 150 MB of them; more writes than this in ten minutes are turned away. */
const MAX_KEPT = 2_000_000

interface Pending {
  reply: Promise<object>
  delivered: Promise<boolean>
}

/**
 * Carries out each signed request once. Who listens in could otherwise send a write again as long as its
 * signature is valid. The SDK itself sends one a second time, byte for byte, only when the connection broke:
 * then it gets the answer of the first, without the work being done again.
 */
export class Replays {
  private readonly used = new Map<number, Set<string>>()
  private readonly pending = new Map<string, Pending>()
  private kept = 0

  /** `work` must not reject. `validMs`: how long the signature is still valid. */
  async once(signature: string, validMs: number, response: ServerResponse, work: () => Promise<object>): Promise<object> {
    const name = Buffer.from(signature, 'hex').subarray(0, 16).toString('latin1')
    const before = this.pending.get(name)
    if (before ? await before.delivered : this.isUsed(name))
      throw new GatewayError('SIGN_PARAM_INVALID', 'This request has been carried out already; sign a new one.')
    if (before) return before.reply
    this.forget()
    if (this.kept >= MAX_KEPT) throw new GatewayError('EXCEED_RATELIMIT', 'Too many writes within ten minutes; try again later.')
    const reply = work()
    const delivered = new Promise<boolean>((resolve) => {
      if (response.destroyed) resolve(false)
      else response.once('close', () => resolve(response.writableFinished))
    })
    this.pending.set(name, { reply, delivered })
    this.keep(name, validMs)
    // An answer that did not get through is kept for the second try as long as the signature is valid.
    void delivered.then((got) => {
      if (got) this.pending.delete(name)
      else setTimeout(() => this.pending.delete(name), validMs).unref()
    })
    return reply
  }

  private isUsed(name: string): boolean {
    for (const names of this.used.values()) if (names.has(name)) return true
    return false
  }

  private keep(name: string, validMs: number): void {
    const minute = Math.ceil((performance.now() + validMs) / MINUTE_MS)
    const names = this.used.get(minute) ?? new Set()
    this.used.set(minute, names.add(name))
    this.kept++
  }

  private forget(): void {
    const now = performance.now() / MINUTE_MS
    for (const [minute, names] of this.used) {
      if (minute >= now) continue
      this.used.delete(minute)
      this.kept -= names.size
    }
  }
}
