/**
 * Two people, really: who of the staff may be the second to whom. An account is worth no more than whoever stands behind it, so nobody
 * decides for somebody whom they brought in or let in anew, however many steps between, nor for whom a code was shown to them.
 */

/** Of an account: who asked for it first, who asked to let it in anew since, and to whom a code of it was shown. */
export interface Standing {
  _id: string
  invitedBy: string
  resetBy?: string[]
  shownTo?: string[]
}

/** By id. Who is not in it (the terminal) has nobody behind them. */
export type Standings = ReadonlyMap<string, Standing>

export const askersOf = ({ invitedBy, resetBy = [] }: Standing): string[] => [invitedBy, ...resetBy]

/** True when `who` asked for the account, or for one that did, and so on. */
export function standsBehind(known: Standings, who: string, account: string): boolean {
  const seen = new Set<string>()
  const waiting = [account]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const one = known.get(id)
    if (!one || seen.has(id)) continue
    seen.add(id)
    const askers = askersOf(one)
    if (askers.includes(who)) return true
    waiting.push(...askers)
  }
  return false
}

/** True when a code of the account was shown to `who`, who could have used it. */
const sawCodeOf = (known: Standings, who: string, account: string): boolean => known.get(account)?.shownTo?.includes(who) === true

/** True when one may decide what the other asked for. The same both ways. */
export const areTwo = (known: Standings, one: string, other: string): boolean =>
  one !== other &&
  ![
    [one, other],
    [other, one],
  ].some(([a, b]) => standsBehind(known, a!, b!) || sawCodeOf(known, a!, b!))
