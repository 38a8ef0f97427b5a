import { Bucket } from './bucket'

/** A place that is not asked for again in this time is somebody else's (ms). */
const placeLasts = 45_000
const mostPlaces = 60

interface Place {
  level: number
  since: number
  seen: number
}

/**
 * Lets in what there is room for, without knowing anybody. Every level of work has room of its own beyond what the levels below
 * it can use up, so that a flood never keeps out whoever does more work than the flood does. Who was turned away and comes back
 * keeps the place: of those that wait, the most work goes first, then who came first. All of it in this process's memory.
 */
export class Turnstile {
  private readonly room: Bucket
  private readonly waiting = new Map<string, Place>()

  /** `holds` and `perMinute` are for the lowest level; half as much again is kept for the levels above, less at each. */
  constructor(
    private readonly holds: number,
    perMinute: number,
    private readonly hardest: number,
  ) {
    this.room = new Bucket(holds + this.keptFrom(0), perMinute)
  }

  /** True for whoever may come in, which uses up some room; otherwise the place is noted. */
  pass(who: string, level: number): boolean {
    const now = Date.now()
    for (const [other, { seen }] of this.waiting) if (now - seen > placeLasts || seen > now) this.waiting.delete(other)
    const before = this.waiting.get(who)
    const mine: Place = { level: Math.max(level, before?.level ?? 0), since: before?.since ?? now, seen: now }
    const ahead = [...this.waiting].filter(([other, place]) => other !== who && isBefore(place, mine)).length
    if (this.room.take(this.keptFrom(level) + ahead)) {
      this.waiting.delete(who)
      return true
    }
    this.waiting.set(who, mine)
    if (this.waiting.size > mostPlaces) this.waiting.delete(this.lastPlace())
    return false
  }

  /** What was let in was not kept after all: its room is there again. */
  giveBack(): void {
    this.room.giveBack()
  }

  private keptFrom(level: number): number {
    return level >= this.hardest ? 0 : Math.floor(this.holds / 2 ** (level + 1))
  }

  private lastPlace(): string {
    return [...this.waiting].reduce((last, next) => (isBefore(last[1], next[1]) ? next : last))[0]
  }
}

const isBefore = (one: Place, other: Place): boolean => one.level > other.level || (one.level === other.level && one.since < other.since)
