import type { Code, Household } from '#store/people/register'

/**
 * Households as the department lists them, by certificate number, and within one its head and the others as the list has them.
 * A card of a household that is gone comes last.
 */
export function inListOrder(issued: Code[], homes: Household[]): { code: Code; home: Household | undefined }[] {
  const byId = new Map(homes.map((home) => [home._id, home]))
  const placeIn = (home: Household | undefined, personId: string): number => {
    if (home?.headId === personId) return -1
    const at = home?.members.findIndex((member) => member.personId === personId) ?? -1
    return at === -1 ? Number.MAX_SAFE_INTEGER : at
  }
  const before = (a: string, b: string): number => a.localeCompare(b, 'zh', { numeric: true })
  return issued
    .map((code) => ({ code, home: byId.get(code.householdId) }))
    .sort(
      (a, b) =>
        Number(a.home === undefined) - Number(b.home === undefined) ||
        before(a.home?.certificateNo ?? '', b.home?.certificateNo ?? '') ||
        before(a.code.householdId, b.code.householdId) ||
        placeIn(a.home, a.code.personId) - placeIn(b.home, b.code.personId) ||
        before(a.code._id, b.code._id),
    )
}
