import type { Caller } from '#kernel/access/authorize'
import { actorOf, writeLook, type Look } from '#kernel/record/release'
import type { On } from '#kernel/call/on'
import { countTurnedAway, type Card, type TurnedAway } from '#store/record/turned-away'

/**
 * Somebody scanned what is not theirs to see: counted by card and day, in one round for any card and for none. One of the staff is on
 * record by name as well, once for each card and day: the count says how often.
 */
export async function turnAway(
  on: On,
  caller: Caller,
  about: Pick<Look, 'action' | 'householdId' | 'personId'>,
  card: Card | undefined,
  counted: TurnedAway | undefined,
): Promise<void> {
  const { staffId, role } = actorOf(on, caller)
  const who = staffId ?? role
  const before = counted?.days[on.moment.today.slice(8)]?.[who] ?? 0
  await Promise.all([
    countTurnedAway(on.db, card, counted, who, on.moment),
    staffId !== null && before === 0 && writeLook(on, caller, { ...about, granted: false }),
  ])
}
