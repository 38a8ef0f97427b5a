import type { Month } from '../time/dates'
import { isWithin } from '../time/spans'

/** A bill of some months, as a list has it. */
export interface SpannedBill {
  personId: string
  from: Month
  to: Month
  importId: string
  /** The list's agency: two agencies may tell of the same bill. */
  agency: string
}

/**
 * The bills that may be added up: a list of January to September holds what one of January to August says, so of a person's bills those
 * that lie within the months of another list are left out. Lists that only overlap are both kept: `overlapping` are the persons.
 */
export function countedBills<T extends SpannedBill>(bills: readonly T[]): { counted: T[]; overlapping: string[] } {
  const byPerson = new Map<string, T[]>()
  for (const bill of bills) byPerson.set(bill.personId, [...(byPerson.get(bill.personId) ?? []), bill])
  const counted: T[] = []
  const overlapping: string[] = []
  for (const [personId, own] of byPerson) {
    const kept = own.filter((bill) => !own.some((other) => holds(other, bill)))
    counted.push(...kept)
    if (kept.some((bill) => kept.some((other) => other.importId < bill.importId && overlaps(other, bill)))) overlapping.push(personId)
  }
  return { counted, overlapping }
}

/** One list's months hold the other's; of equal months, the list whose id comes first. */
const holds = (other: SpannedBill, bill: SpannedBill): boolean =>
  other.importId !== bill.importId &&
  isWithin(bill, other) &&
  (!isWithin(other, bill) || (other.agency !== bill.agency && other.importId < bill.importId))

const overlaps = (a: SpannedBill, b: SpannedBill): boolean => a.from <= b.to && b.from <= a.to
