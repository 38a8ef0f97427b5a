import type { VitalKind } from '../../people/vital'
import { sayWhen, type Day, type Month } from '../../time/dates'
import type { Finding } from '../finding'

/** What lists say happened to somebody who is on the register still. */
export interface OnRegisterStill {
  personId: string
  /** Place of the household. */
  townCode: string
  villageCode: string
  householdId: string
  /** What holds of the lists, of this person. */
  events: readonly { _id: string; kind: VitalKind; on: Day | Month }[]
}

/** Who died and is on the register. `agencyId`: who answers for the register. */
export const deadOnRegister = (people: readonly OnRegisterStill[], agencyId: string): Finding[] =>
  people.flatMap((person) => {
    const death = person.events.find(({ kind }) => kind === 'died')
    return death ? [findingOf(person, agencyId, death, `名单上这个人${sayWhen(death.on)}去世，名册上还有他，没有办退出。`)] : []
  })

/** Who moved out of the county last, and neither came back nor died; a death is told by itself. */
export const movedOutOnRegister = (people: readonly OnRegisterStill[], agencyId: string): Finding[] =>
  people.flatMap((person) => {
    const moves = person.events.filter(({ kind }) => kind === 'moved-out' || kind === 'moved-in')
    const last = [...moves].sort((a, b) => a.on.localeCompare(b.on)).at(-1)
    if (last?.kind !== 'moved-out' || person.events.some(({ kind }) => kind === 'died')) return []
    return [findingOf(person, agencyId, last, `名单上这个人的户籍${sayWhen(last.on)}迁出，名册上还有他，后来也没有迁回来。`)]
  })

const findingOf = (
  { personId, householdId, townCode, villageCode }: OnRegisterStill,
  agencyId: string,
  event: { _id: string; on: Day | Month },
  why: string,
): Finding => ({
  ...{ subject: { kind: 'person', id: personId }, agencyId, townCode, villageCode, why },
  records: [
    { kind: 'vital-event', id: event._id },
    { kind: 'household', id: householdId },
  ],
  facts: [event.on],
})
