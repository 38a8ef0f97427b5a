import { changeAccount } from '#store/access/accounts'
import type { Caller } from '#kernel/access/authorize'
import { minutesAfter } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'

/** How long a step-up holds, minutes. */
const holds = 5

/** Keeps in the session when the officer last proved to be there; gives the instant until which it holds. */
export async function stepUp(on: On, accountId: string): Promise<string> {
  await changeAccount(on.db, accountId, { $set: { 'session.steppedUp': on.moment.iso } })
  return minutesAfter(on.moment, holds)
}

export function isSteppedUp({ moment }: On, { account }: Caller): boolean {
  const at = account?.session?.steppedUp
  return at !== undefined && minutesAfter({ ...moment, iso: at }, holds) >= moment.iso
}
