import { addMonths, monthOf } from '#domain/time/dates'
import { settle } from '#domain/money/settlement'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { payments, receipts } from '#store/money/money'

/** How many months back a refusal still waits for somebody to help. */
const months = 2

/** Which of these households the bank refused something that was not sent again since. */
export async function shortOnes({ db, moment }: On, householdIds: string[]): Promise<Set<string>> {
  const lately = { month: { $gte: addMonths(monthOf(moment.today), -months) } }
  const refused = await findIn(db, receipts, 'householdId', householdIds, ['householdId'], { ...lately, state: 'failed' })
  const homes = [...new Set(refused.flatMap(({ householdId }) => householdId ?? []))]
  const [plan, answers] = await Promise.all([
    findIn(db, payments, 'householdId', homes, undefined, lately),
    findIn(db, receipts, 'householdId', homes, undefined, lately),
  ])
  const ofHome =
    (home: string) =>
    <T extends { householdId: string | null }>({ householdId }: T) =>
      householdId === home
  return new Set(
    homes.filter((home) =>
      settle(plan.filter(ofHome(home)), answers.filter(ofHome(home)), [], '').some(
        ({ state, retriedIn }) => state === 'failed' && !retriedIn,
      ),
    ),
  )
}
