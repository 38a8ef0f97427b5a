import type { Day } from '../time/dates'
import type { RegisterEventKind, RegisterFact } from './events'
import { hasCome } from './order'
import { registerOn } from './replay'

/** 认定 + 恢复 − 退出 − 去世 = 在册, in persons. */
interface BalanceCount {
  recognised: number
  restored: number
  exited: number
  died: number
  onRegister: number
}

export interface DayCount {
  total: BalanceCount
  /** By town code; '' for those of whom nobody knows the village. */
  towns: Map<string, BalanceCount & { households: number }>
  /** Persons and households on the register, by category. */
  categories: Map<string, { people: number; households: number }>
  households: number
}

const none = (): BalanceCount => ({ recognised: 0, restored: 0, exited: 0, died: 0, onRegister: 0 })
type Counted = Exclude<keyof BalanceCount, 'onRegister'>
const isCounted = (kind: RegisterEventKind): kind is Counted => kind in none()

/**
 * The register of a day and how it came about, counted from its events alone. A person counts for the town that their household is in on
 * that day. `townOf`: a village's or town's code as a town's.
 */
export function countDay(events: readonly (RegisterFact & { place?: string })[], day: Day, townOf: (code: string) => string): DayCount {
  const then = registerOn(events, day)
  const placeOf = new Map(events.flatMap(({ personId, place }) => (place === undefined ? [] : [[personId, place] as const])))
  const townOfPerson = (personId: string): string => {
    const home = then.homes.get(then.persons.get(personId)?.householdId ?? '')
    const code = home?.villageCode ?? placeOf.get(personId)
    return code === undefined ? '' : townOf(code)
  }
  const total = none()
  const towns: DayCount['towns'] = new Map()
  const townNamed = (town: string) => {
    const there = towns.get(town) ?? { ...none(), households: 0 }
    towns.set(town, there)
    return there
  }
  for (const { kind, personId, on, repeats } of events) {
    if (repeats || !isCounted(kind) || !hasCome(on, day)) continue
    total[kind]++
    townNamed(townOfPerson(personId))[kind]++
  }
  const homes = new Map<string, number>()
  for (const [personId, { onRegister, householdId }] of then.persons) {
    if (!onRegister) continue
    total.onRegister++
    townNamed(townOfPerson(personId)).onRegister++
    if (householdId !== null) homes.set(householdId, (homes.get(householdId) ?? 0) + 1)
  }
  const categories: DayCount['categories'] = new Map()
  for (const [id, people] of homes) {
    const home = then.homes.get(id)
    const own = categories.get(home?.category ?? '') ?? { people: 0, households: 0 }
    categories.set(home?.category ?? '', { people: own.people + people, households: own.households + 1 })
    townNamed(home ? townOf(home.villageCode) : '').households++
  }
  return { total, towns, categories, households: homes.size }
}
