/**
 * What the query library needs of AbortController. Mini-programs have none; the build puts this one in its place there.
 * Requests are bounded by `call`'s own timeout, so that nothing here has to cancel them.
 */
export class AbortSignal {
  aborted = false
  private readonly listeners: (() => void)[] = []

  addEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.push(listener)
  }

  fire(): void {
    if (this.aborted) return
    this.aborted = true
    for (const listener of this.listeners) listener()
  }
}

export class AbortController {
  readonly signal = new AbortSignal()

  abort(): void {
    this.signal.fire()
  }
}
