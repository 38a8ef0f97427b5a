import { isComing } from '#domain/register/events'
import type { PlacePage } from '#contract/bulletin/actions'
import type { County } from '#domain/county/county'
import type { RegisterChange } from '#domain/register/public-notices'
import { categoryName, countedKinds } from '#domain/county/categories'
import { asCounted, countByKind, isFew } from '#domain/place/small-numbers'
import type { Village } from './village'
import { sumFen } from '#domain/money/money'

type Totals = Omit<PlacePage['totals'], 'month'>

/** How many households and people are on the register here, of what kind, and what came this month; small numbers are few. */
export function totalsOf(county: County, village: Village): Totals {
  const homes = village.homes.filter(({ onRegister }) => onRegister)
  const people = homes.flatMap((home) => home.people.filter(({ onRegister }) => onRegister))
  return {
    people: asCounted(people.length),
    households: asCounted(homes.length),
    byCategory: countByKind(
      countedKinds(county).map(({ name, ids }) => ({ name, households: homes.filter(({ category }) => ids.includes(category)).length })),
    ),
    pairedHouseholds: asCounted(village.paired.size),
    programmes: programmesOf(county, village),
  }
}

/** What was credited this month, in the county pack's order. What few received is told without its amount. */
function programmesOf({ programmes }: County, { plan, credited }: Village): Totals['programmes'] {
  const row = new Map(plan.map((payment) => [payment._id, payment]))
  const paid = credited.flatMap(({ paymentId, amountFen }) => {
    const payment = row.get(paymentId ?? '')
    return payment ? [{ ...payment, amountFen }] : []
  })
  return programmes.flatMap(({ id, name }) => {
    const some = paid.filter(({ programme }) => programme === id)
    const receivers = new Set(some.map(({ personId }) => personId)).size
    if (receivers === 0) return []
    return [
      {
        name,
        receivers: asCounted(receivers),
        ...(!isFew(receivers) && { creditedFen: sumFen(some.map(({ amountFen }) => amountFen)) }),
      },
    ]
  })
}

/** The village's part of the register's history, as far as it was loaded. */
export function changesIn(county: County, { homes, changes }: Village): RegisterChange[] {
  const people = new Map(homes.flatMap((home) => home.people.map((person) => [person._id, { home, person }])))
  return changes.flatMap(({ personId, kind, on }) => {
    const found = people.get(personId)
    return found
      ? [
          {
            householdId: found.home._id,
            isHead: found.home.headId === personId,
            name: found.person.name,
            kind: isComing(kind) ? ('entry' as const) : ('exit' as const),
            on,
            category: categoryName(county, found.home.category),
          },
        ]
      : []
  })
}
