import type { Month } from '#domain/time/dates'
import type { Filter } from '#store/db/collection'
import { findEach, findIn } from '#store/db/read'
import type { FileSource } from '#store/intake/intake'
import { payments, type Payment } from '#store/money/money'
import { digestOf } from '../../writing/documents'
import { grouped } from '../../writing/grouped'
import { findPeople, type Known } from '../../writing/people'
import { numbered, standingsOf, type Claim, type Standings, type StoredClaim } from '../../writing/standings'
import { decideVersions, keepSource, sourceBefore } from '../../writing/versions'
import type { Writing } from '../../writing/writing'
import type { Plan, PlanRow } from './rows'

/** What a plan's rows are compared by. */
export type There = Pick<Payment, '_id' | 'digest' | 'personId' | 'programme' | 'period' | 'dueFen' | 'formerFen' | 'importId' | 'row'>
const ofThere = ['digest', 'personId', 'programme', 'period', 'dueFen', 'formerFen', 'importId', 'row']

type Ids = Map<string, Pick<Known, '_id'>>

/** Compares a plan, month by month, with those that are there. */
export async function preparePlan(
  to: Writing,
  { version, counts, printedFen }: Plan,
  chunks: () => AsyncIterable<PlanRow[]>,
): Promise<undefined> {
  const before = await sourceBefore(to)
  const source: FileSource = {
    ...version,
    _id: to.importId,
    kind: 'payment-plan',
    at: before?.at ?? to.importedAt,
    rows: Object.fromEntries(counts),
    ...(printedFen !== undefined && { printedFen }),
    decided: [],
  }
  const there = new Map<Month, StoredClaim[]>()
  for (const [month] of counts) there.set(month, storedClaims(await findEach(to.db, payments, { month }, ofThere)))
  // The first plan of its months is no version of any other: most are, and their rows are not looked at twice.
  const isFirst = [...there.values()].every((rows) => rows.length === 0)
  const mine = isFirst ? new Map<Month, Claim[]>() : await claimsOf(to, chunks())
  for (const [month, rows] of there)
    source.decided.push(...(await decideVersions(to, source, month, numbered(mine.get(month) ?? []), rows, before?.decided ?? [])))
  await keepSource(to, source)
  return undefined
}

async function claimsOf(to: Writing, chunks: AsyncIterable<PlanRow[]>): Promise<Map<Month, Claim[]>> {
  const claims = new Map<Month, Claim[]>()
  for await (const rows of chunks) {
    const known = await findPeople(
      to,
      rows.map(({ id }) => id),
    )
    for (const [month, own] of grouped(rows, (row) => row.month)) {
      const so = claims.get(month) ?? []
      claims.set(month, so)
      for (const row of own) so.push({ ...aboutOf(known, row), fen: row.dueFen, content: contentOf(to, row) })
    }
  }
  return claims
}

/** A month's rows of one chunk against what is there of the same people. */
export async function compareMonth(
  to: Writing,
  source: FileSource,
  month: Month,
  own: PlanRow[],
  people: Ids,
): Promise<{ standing: Standings; there: There[] }> {
  const ids = [...new Set(own.map(({ id }) => people.get(id)!._id))]
  const there: There[] = await findIn(to.db, payments, 'personId', ids, ofThere, { month } satisfies Filter)
  const mine = numbered(own.map((row) => aboutOf(people, row)))
  return { there, standing: await standingsOf(to, source, month, mine, storedClaims(there)) }
}

const aboutOf = (people: Ids, row: PlanRow): Pick<Claim, 'key'> => ({ key: keyOf(people.get(row.id)?._id ?? `new ${row.id}`, row) })

export const contentOf = ({ keys }: Writing, { card, accountName, forWhom, dueFen }: PlanRow): string =>
  digestOf(keys, card, accountName, forWhom, dueFen)

const keyOf = (personId: string, { programme, period }: { programme: string; period: string }): string =>
  [personId, programme, period].join('/')

/** The rows of each file, as they stood in it. */
const storedClaims = (found: There[]): StoredClaim[] =>
  [...grouped(found, ({ importId }) => importId).values()].flatMap((group) =>
    numbered(
      group
        .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
        .map((row) => ({ _id: row._id, importId: row.importId, key: keyOf(row.personId, row), fen: row.dueFen, content: row.digest })),
    ),
  )
