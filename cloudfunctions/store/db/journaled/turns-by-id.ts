/** Work on documents, one after the other on the same one, side by side on different ones. */
export class TurnsById {
  private readonly last = new Map<string, Promise<unknown>>()
  /** Since the last work on all. */
  private running = new Set<Promise<unknown>>()
  private all: Promise<unknown> = Promise.resolve()

  /** Runs when whatever was asked before on any of these, or on all, has ended. */
  on<Result>(ids: readonly string[] | 'all', work: () => Promise<Result>): Promise<Result> {
    const before = ids === 'all' ? [...this.running] : ids.flatMap((id) => this.last.get(id) ?? [])
    const done = Promise.all([this.all, ...before]).then(work)
    const ended = done.then(
      () => undefined,
      () => undefined,
    )
    this.running.add(ended)
    if (ids === 'all') this.all = ended
    else for (const id of ids) this.last.set(id, ended)
    void ended.then(() => {
      this.running.delete(ended)
      if (ids !== 'all') for (const id of ids) if (this.last.get(id) === ended) this.last.delete(id)
    })
    return done
  }
}
