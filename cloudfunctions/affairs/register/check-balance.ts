import { registerOriginOf, verifierKey } from '#kernel/record/checkpoint-note'
import { checkBalance, type Balance, type BalanceFault } from '#kernel/record/balance'
import type { On } from '#kernel/call/on'
import { count } from '#store/db/read'
import { persons } from '#store/people/register'
import { balanceLines, latestBalance } from '#store/record/balance'
import { linesOfEvents } from './chain-balance'

/** What the log says and the events do not, or the other way round, by event; none where they agree. */
export interface Checked {
  balance: Balance | BalanceFault | undefined
  /** Events of which the log has another line, or one too many. */
  otherwise: { eventId: string; line: number }[]
  /** Events that are in no line yet: they wait for the next time. */
  waiting: number
  /** Persons that are stored as being on the register. */
  stored: number
}

/** Checks the published log with the keys' holder's knowledge: against the events, one by one, and the persons that are stored. */
export async function checkStoredBalance(
  { db, keys, county }: Pick<On, 'db' | 'keys' | 'county'>,
  kept: readonly string[] = [],
): Promise<Checked> {
  const latest = await latestBalance(db)
  const lines: string[] = []
  const standing = new Map<string, { line: string; n: number }>()
  const doubled: Checked['otherwise'] = []
  if (latest)
    for await (const page of balanceLines(db, latest.size))
      for (const { line, eventId } of page) {
        lines.push(line)
        if (!line.startsWith('+')) standing.delete(eventId)
        else if (standing.has(eventId)) doubled.push({ eventId, line: lines.length })
        else standing.set(eventId, { line, n: lines.length })
      }
  const now = await linesOfEvents(db, keys)
  const otherwise = [...standing].filter(([id, { line }]) => now.get(id) !== line).map(([eventId, { n }]) => ({ eventId, line: n }))
  return {
    balance: latest && checkBalance({ key: verifierKey(keys, registerOriginOf(county)), note: latest.note, lines }, kept),
    otherwise: [...doubled, ...otherwise],
    waiting: [...now.keys()].filter((id) => !standing.has(id)).length,
    stored: await count(db, persons, { onRegister: true }),
  }
}
