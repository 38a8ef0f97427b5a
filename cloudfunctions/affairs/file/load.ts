import { addMonths, monthOf } from '#domain/time/dates'
import type { HouseholdPart } from '#domain/register/register'
import { readableHouseholds, type Caller } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { aggregate, joined } from '#store/db/collection'
import { doctorContracts, pairings, type DoctorContract, type Pairing } from '#store/people/helpers'
import { dividends, payments, receipts, type Dividend, type Payment, type Receipt } from '#store/money/money'
import { households, type Household } from '#store/people/register'

/** A household with what was released of it; a part that was not released is an empty list. */
export interface LoadedFile {
  household: Household
  plan: Payment[]
  answers: Receipt[]
  shares: Dividend[]
  cadres: Pairing[]
  doctors: DoctorContract[]
}

/** What each list is needed for. */
const needs = {
  plan: { from: payments, parts: ['money', 'policies'] },
  answers: { from: receipts, parts: ['money'] },
  shares: { from: dividends, parts: ['dividends', 'policies'] },
  cadres: { from: pairings, parts: ['helpers'] },
  doctors: { from: doctorContracts, parts: ['helpers', 'policies'] },
} as const satisfies Record<string, { from: { name: string }; parts: readonly HouseholdPart[] }>

/** One query: the household, if the caller may read it, with the lists that the released parts need and no others. */
export async function loadFile(
  { db, moment }: On,
  caller: Pick<Caller, 'ability'>,
  householdId: string,
  parts: HouseholdPart[],
): Promise<LoadedFile | undefined> {
  const readable = readableHouseholds(caller, '_id')
  if (!readable) return undefined
  const since = addMonths(monthOf(moment.today), -11)
  const lists = Object.entries(needs).filter(([, need]) => need.parts.some((part) => parts.includes(part)))
  const [found] = await aggregate<Household & Partial<LoadedFile>>(db, households, [
    { $match: { $and: [{ _id: householdId }, readable] } },
    ...lists.map(([as, { from }]) => joined(from as never, '_id', 'householdId', as)),
  ])
  if (!found) return undefined
  const { plan = [], answers = [], shares = [], cadres = [], doctors = [], ...household } = found
  const recent = <T extends { month: string }>(list: T[]) => list.filter(({ month }) => month >= since)
  return { household, plan: recent(plan), answers: recent(answers), shares: [...shares].sort((a, b) => b.year - a.year), cadres, doctors }
}
