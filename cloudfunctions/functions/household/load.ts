import { addMonths, monthOf } from '#domain/dates'
import type { HouseholdPart } from '#domain/register'
import { readableHouseholds, type Caller } from '#kernel/authorize'
import type { On } from '#kernel/serve'
import { find } from '#store/collection'
import { doctorContracts, pairings } from '#store/helpers'
import { dividends, payments, receipts } from '#store/money'
import { households } from '#store/register'

export type LoadedFile = NonNullable<Awaited<ReturnType<typeof loadFile>>>

/** What the released parts need, in one parallel round; a part that is not released is not queried. */
export async function loadFile({ db, moment }: On, caller: Caller, householdId: string, parts: HouseholdPart[]) {
  const readable = readableHouseholds(caller, '_id')
  if (!readable) return undefined
  const since = { householdId, month: { $gte: addMonths(monthOf(moment.today), -11) } }
  const when = (...needed: HouseholdPart[]) => needed.some((part) => parts.includes(part))
  const [[household], plan, answers, shares, cadres, doctors] = await Promise.all([
    find(db, households, { $and: [{ _id: householdId }, readable] }, { limit: 1 }),
    when('money', 'policies') ? find(db, payments, since) : [],
    when('money') ? find(db, receipts, since) : [],
    when('dividends', 'policies') ? find(db, dividends, { householdId }, { order: [['year', 'desc']] }) : [],
    when('helpers') ? find(db, pairings, { householdId }) : [],
    when('helpers', 'policies') ? find(db, doctorContracts, { householdId }) : [],
  ])
  return household && { household, plan, answers, shares, cadres, doctors }
}
