import { randomUUID } from 'node:crypto'
import type { RegisterHousehold } from '../kinds/register'

/**
 * The id of each listed household: the one its head, else any member, was in before; a new one when nobody was in any,
 * or when another household of the list has the better claim (a household that was split).
 */
export function claimHouseholds(listed: RegisterHousehold[], formerOf: (id: string) => string | null): string[] {
  const claimed = new Set<string>()
  const ids: (string | undefined)[] = listed.map(({ headId }) => claim(formerOf(headId)))
  return listed.map(({ members }, i) => ids[i] ?? members.map(({ id }) => claim(formerOf(id))).find(Boolean) ?? randomUUID())

  function claim(former: string | null): string | undefined {
    if (!former || claimed.has(former)) return undefined
    claimed.add(former)
    return former
  }
}
