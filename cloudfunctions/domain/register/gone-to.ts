import type { Day, Month } from '../time/dates'

/** A household that nobody on the register lives in, as far as it tells where they went. */
interface Emptied {
  _id: string
  onRegister: boolean
  headId: string
  headLeft?: { on: Day | Month }
  members: readonly { personId: string }[]
}
/** Somebody who is or was in it, with where they live now; `sameAs`: one with somebody else, and living where that one does. */
interface Whereabouts {
  _id: string
  householdId: string | null
  sameAs?: string
}
/** Somebody who went from this household into another. */
interface Move {
  personId: string
  on: Day | Month
}

/**
 * The household that one went over into: where its head went, or, if the head had left before, the one to which all who were left went
 * afterwards. Nothing while somebody on the register lives in it, where all have left the register, and where they went several ways: then
 * what is its stays its.
 */
export function goneTo(home: Emptied, people: readonly Whereabouts[], moves: readonly Move[]): string | undefined {
  if (home.onRegister) return undefined
  const known = new Map(people.map((one) => [one._id, one]))
  const elsewhere = (id: string): string | undefined => {
    const now = known.get(id)?.householdId ?? home._id
    return now === home._id ? undefined : now
  }
  const { headId, headLeft, members } = home
  const withHead = elsewhere(headId)
  if (withHead !== undefined && (!headLeft || known.get(headId)?.sameAs !== undefined)) return withHead
  const last = moves.filter(({ personId, on }) => personId !== headId && (!headLeft || on >= headLeft.on))
  const homes = [...new Set(last.flatMap(({ personId }) => elsewhere(personId) ?? []))]
  if (homes.length > 0) return homes.length === 1 ? homes[0] : undefined
  return members.length === 0 ? withHead : undefined
}
