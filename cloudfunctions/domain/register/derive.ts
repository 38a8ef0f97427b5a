import { monthOf, type Day, type Month } from '../time/dates'
import { isComing, isLeaving, type HomeThen, type RegisterFact } from './events'
import { decidedDay, inOrder, listed, placeOfEvent, type Ordered } from './order'

/** A household as a register of day `on` lists it. */
export interface ListedHome extends HomeThen {
  on: Day
  householdId: string
  startMonth: Month | null
  members: { personId: string; relation: string }[]
}

/** What somebody has said in so many words: an exit that a file names, a decision. */
export interface SaidEvent extends RegisterFact {
  _id: string
}

/** An event that follows from lists; `by`: the list that makes it one, none where an exit alone tells that somebody was on the register. */
export interface DerivedEvent extends RegisterFact {
  derived: true
  by: ListedHome | null
}

/** What follows from all that was said, in whatever order it came in. */
export interface Follows {
  events: DerivedEvent[]
  /** Ids of those among the said that change nothing: whoever they are about was so already. */
  repeats: Set<string>
}

interface Item extends Ordered {
  list?: ListedHome
  said?: SaidEvent
}

/** What happened to one person. `firstDay`: the day on which each household is first heard of. */
export function happenedToPerson(
  personId: string,
  lists: readonly ListedHome[],
  said: readonly SaidEvent[],
  firstDay: (householdId: string) => Day | undefined,
): Follows {
  const own = said.filter((one) => one.personId === personId && !ofHome(one))
  const items = inTime(
    lists.filter(({ members }) => members.some((member) => member.personId === personId)),
    own,
  )
  const walk = new Walk(personId, firstDay)
  for (const { list, said: one } of items) {
    if (list) walk.list(list)
    else walk.said(one!)
  }
  return walk
}

const ofHome = ({ kind }: RegisterFact): boolean => kind === 'category' || kind === 'moved' || kind === 'head'

function inTime(lists: readonly ListedHome[], said: readonly SaidEvent[]): Item[] {
  const items = [
    ...lists.map((list): Item => ({ ...listed(list.on), list })),
    ...said.map((one): Item => ({ ...placeOfEvent(one, said), said: one })),
  ]
  return items.sort((a, b) => inOrder(a, b) || (a.said?._id ?? '').localeCompare(b.said?._id ?? ''))
}

class Walk implements Follows {
  readonly events: DerivedEvent[] = []
  readonly repeats = new Set<string>()
  private on = false
  private ever = false
  private home: string | undefined
  private relation: string | undefined
  private readonly left: string[] = []

  constructor(
    private readonly personId: string,
    private readonly firstDay: (householdId: string) => Day | undefined,
  ) {}

  list(by: ListedHome): void {
    const { householdId, on, headId, villageCode, category } = by
    const { relation } = by.members.find(({ personId }) => personId === this.personId)!
    const come = { personId: this.personId, householdId, relation, home: { villageCode, category, headId }, derived: true as const, by }
    const isNew = this.firstDay(householdId) === on
    if (!this.on) this.events.push({ ...come, kind: this.ever ? 'restored' : 'recognised', on: this.since(by, isNew) })
    else if (this.home !== householdId)
      this.events.push({ ...come, kind: isNew ? 'split' : 'joined', on, ...(this.home && { from: this.home }), to: householdId })
    else if (this.relation !== relation)
      this.events.push({
        ...{ kind: 'relation', personId: this.personId, householdId, on, to: relation, derived: true, by },
        ...(this.relation !== undefined && { from: this.relation }),
      })
    this.stand(householdId, relation)
  }

  /** Since the month that the list names, where the household is new to us or came back after it left; else since the list. */
  private since({ on, startMonth }: ListedHome, isNew: boolean): Day | Month {
    if (!startMonth || startMonth > monthOf(on) || !(isNew || this.ever)) return on
    return this.left.every((left) => left.slice(0, 7) < startMonth) ? startMonth : on
  }

  said(one: SaidEvent): void {
    if (isLeaving(one.kind)) this.leave(one)
    else if (one.kind === 'relation') this.relation = one.to
    else {
      const settled = !one.householdId || this.home === one.householdId
      if (isComing(one.kind) ? this.on : this.on && settled) this.repeats.add(one._id)
      if (isComing(one.kind) && this.on && !settled) this.events.push(this.wentThere(one))
      if (!isComing(one.kind) && !this.on) this.events.push(this.cameBefore(one))
      this.stand(one.householdId, one.relation)
    }
  }

  private leave(one: SaidEvent): void {
    if (this.on || !this.ever) {
      if (!this.on) this.events.push(this.cameBefore(one))
    } else this.repeats.add(one._id)
    this.left.push(one.on)
    this.ever = true
    this.on = false
  }

  /** Whoever leaves, or goes from one household into another, was on the register: the day is not known. */
  private cameBefore({ on, decidedAt, after, householdId, relation, home }: SaidEvent): DerivedEvent {
    return {
      ...{ kind: this.ever ? 'restored' : 'recognised', personId: this.personId, on, derived: true, by: null },
      ...(decidedAt !== undefined && { decidedAt }),
      ...(after && { after }),
      ...(householdId && { householdId }),
      ...(relation && { relation }),
      ...(home && { home }),
    }
  }

  /** A list that came in late has somebody on the register before it was decided: by the decision they go into another household. */
  private wentThere({ on, decidedAt, after, householdId, relation, home }: SaidEvent): DerivedEvent {
    return {
      ...{ kind: 'joined', personId: this.personId, on, derived: true, by: null, to: householdId!, householdId: householdId! },
      ...(this.home && { from: this.home }),
      ...(decidedAt !== undefined && { decidedAt }),
      ...(after && { after }),
      ...(relation && { relation }),
      ...(home && { home }),
    }
  }

  private stand(home: string | undefined, relation: string | undefined): void {
    this.on = true
    this.ever = true
    this.home = home ?? this.home
    this.relation = relation ?? this.relation
  }
}

/** What happened to one household: its category, village and head, as lists and decisions say them one after the other. */
export function happenedToHome(householdId: string, lists: readonly ListedHome[], said: readonly SaidEvent[]): Follows {
  const follows: Follows = { events: [], repeats: new Set() }
  let then: HomeThen | undefined
  const become = (next: HomeThen, source: Pick<DerivedEvent, 'on' | 'by' | 'decidedAt' | 'after'>): void => {
    const before = then
    then = next
    if (!before) return
    const event = { personId: next.headId, householdId, derived: true as const, ...source }
    if (before.category !== next.category) follows.events.push({ ...event, kind: 'category', from: before.category, to: next.category })
    if (before.villageCode !== next.villageCode)
      follows.events.push({ ...event, kind: 'moved', from: before.villageCode, to: next.villageCode })
    if (before.headId !== next.headId) follows.events.push({ ...event, kind: 'head', from: before.headId, to: next.headId })
  }
  const items = inTime(
    lists.filter((list) => list.householdId === householdId),
    said.filter((one) => one.householdId === householdId && one.decidedAt !== undefined),
  )
  for (const { list, said: one } of items) {
    if (list) become({ villageCode: list.villageCode, category: list.category, headId: list.headId }, { on: list.on, by: list })
    else if (ofHome(one!) && then) {
      const field = one!.kind === 'category' ? 'category' : one!.kind === 'moved' ? 'villageCode' : 'headId'
      if (then[field] === one!.to && one!.until === undefined) follows.repeats.add(one!._id)
      else then = { ...then, [field]: one!.to! }
    } else if (one!.home && !isLeaving(one!.kind)) {
      const { on, decidedAt, after } = one!
      become(one!.home, { on, by: null, ...(decidedAt !== undefined && { decidedAt }), ...(after && { after }) })
    }
  }
  return follows
}

/** The day on which a household is first heard of, by lists or decisions. */
export function firstDays(lists: readonly ListedHome[], said: readonly SaidEvent[]): (householdId: string) => Day | undefined {
  const first = new Map<string, Day>()
  const hear = (householdId: string, day: Day) => {
    if (day < (first.get(householdId) ?? '9999')) first.set(householdId, day)
  }
  for (const { householdId, on } of lists) hear(householdId, on)
  for (const one of said) if (one.householdId && one.home && !isLeaving(one.kind)) hear(one.householdId, decidedDay(one))
  return (householdId) => first.get(householdId)
}
