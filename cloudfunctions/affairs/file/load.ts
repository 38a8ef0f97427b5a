import { addMonths, monthOf, type Month } from '#domain/time/dates'
import type { HouseholdPart } from '#domain/register/register'
import { readableHouseholds, type Caller } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { aggregate, findIn, joined } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { dividends } from '#store/money/money'
import { originOf, schemes } from '#store/work/schemes'
import { listNames, lists, type Lists, type LoadedFile } from './lists'
import { fileParts } from './parts/parts'

/**
 * One query: the household, if the caller may read it, with the lists that the released parts need and no others. Money since a month,
 * by default of twelve months up to this one.
 */
export async function loadFile(
  { db, moment }: On,
  caller: Pick<Caller, 'ability'>,
  householdId: string,
  parts: HouseholdPart[],
  since: Month = addMonths(monthOf(moment.today), -11),
): Promise<LoadedFile | undefined> {
  const readable = readableHouseholds(caller, '_id')
  if (!readable) return undefined
  const needed = listNames.filter((name) => parts.some((part) => fileParts[part].needs.includes(name)))
  const [found] = await aggregate<Household & Partial<Lists>>(db, households, [
    { $match: { $and: [{ _id: householdId }, readable] } },
    ...needed.map((name) => joined(lists[name] as never, '_id', 'householdId', name)),
  ])
  if (!found) return undefined
  const {
    plan = [],
    answers = [],
    words = [],
    shares = [],
    pooled = [],
    listed = [],
    cadres = [],
    doctors = [],
    stated = [],
    planned = [],
    ...household
  } = found
  const recent = <T extends { month: string }>(list: T[]) => list.filter(({ month }) => month >= since)
  const former = pooled.map(({ _id }) => originOf(_id)).filter((id) => id !== householdId)
  return {
    ...{
      household,
      before: await findIn(db, dividends, 'householdId', former),
      plan: recent(plan),
      answers: recent(answers),
      words: recent(words),
      cadres,
      doctors,
      stated,
      pooled,
      planned,
    },
    schemes: await findIn(
      db,
      schemes,
      '_id',
      pooled.map(({ schemeId }) => schemeId),
    ),
    shares: [...shares].sort((a, b) => b.year - a.year),
    listed: listed.filter(({ until }) => until >= since).sort((a, b) => b.until.localeCompare(a.until)),
  }
}
