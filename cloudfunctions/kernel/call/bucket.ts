/** What may be spent at once, and how fast it comes back. Holds a number and a time in this process's memory, nothing else. */
export class Bucket {
  private left: number
  private filledAt: number

  constructor(
    private readonly holds: number,
    private readonly perMinute: number,
  ) {
    this.left = holds
    this.filledAt = Date.now()
  }

  /** True while there is something left besides what is to be spared, of which it takes one. */
  take(spared = 0): boolean {
    const now = Date.now()
    this.left = Math.min(this.holds, this.left + (Math.max(0, now - this.filledAt) / 60_000) * this.perMinute)
    this.filledAt = now
    if (this.left < 1 + spared) return false
    this.left--
    return true
  }

  /** Puts one back that was taken for nothing. */
  giveBack(): void {
    this.left = Math.min(this.holds, this.left + 1)
  }
}

/** More keys than this in a minute, and the first are forgotten: memory stays bounded, and a flood of keys keeps nobody else out. */
const mostKeys = 10_000

/** So many times a minute for each key. Everything is forgotten when the minute is over, and nothing is written anywhere. */
export class MinuteCounts {
  private minute = 0
  private readonly counts = new Map<string, number>()

  constructor(private readonly perMinute: number) {}

  /** True for the first times of this minute. */
  take(key: string): boolean {
    const minute = Math.floor(Date.now() / 60_000)
    if (minute !== this.minute) this.counts.clear()
    this.minute = minute
    const before = this.counts.get(key) ?? 0
    if (before >= this.perMinute) return false
    if (before === 0 && this.counts.size >= mostKeys) this.counts.delete(this.counts.keys().next().value!)
    this.counts.set(key, before + 1)
    return true
  }
}
