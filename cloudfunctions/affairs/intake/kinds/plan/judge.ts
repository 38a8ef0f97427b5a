import type { Month } from '#domain/time/dates'
import { findEach } from '#store/db/collection'
import type { FileSource } from '#store/intake/intake'
import { payments, type Payment } from '#store/money/money'
import type { Writing } from '../../writing/writing'
import { digestOf } from '../../writing/documents'
import { findPeople } from '../../writing/people'
import { numbered, standingsOf, type StoredClaim } from '../../writing/standings'
import type { PlanRow } from './rows'

/** What a plan's rows are compared by. */
export type There = Pick<Payment, '_id' | 'digest' | 'personId' | 'programme' | 'period' | 'dueFen' | 'formerFen' | 'importId' | 'row'>

const ofThere = ['digest', 'personId', 'programme', 'period', 'dueFen', 'formerFen', 'importId', 'row']

/** What a plan's row says, beside what it is about. */
export const contentOf = ({ keys }: Writing, { card, accountName, forWhom, dueFen }: PlanRow): string =>
  digestOf(keys, card, accountName, forWhom, dueFen)

/** A month's rows against those that are there. */
export async function judge(
  to: Writing,
  source: FileSource,
  month: Month,
  own: PlanRow[],
  known: Awaited<ReturnType<typeof findPeople>>,
  before: FileSource | undefined,
) {
  const found: There[] = await findEach(to.db, payments, { month }, ofThere)
  const there = groupsOf(found).flatMap((group) =>
    numbered(
      group.map((row): StoredClaim => ({
        _id: row._id,
        importId: row.importId,
        key: keyOf(row.personId, row),
        fen: row.dueFen,
        content: row.digest,
      })),
    ),
  )
  const mine = numbered(
    own.map((row) => ({ key: keyOf(known.get(row.id)?._id ?? `new ${row.id}`, row), fen: row.dueFen, content: contentOf(to, row) })),
  )
  const standing = await standingsOf(to, source, month, mine, there, before?.decided ?? [])
  return { own, standing, there: found, former: new Map(found.map(({ _id, formerFen = [] }) => [_id, formerFen])) }
}

const keyOf = (personId: string, { programme, period }: { programme: string; period: string }): string =>
  [personId, programme, period].join('/')

/** The rows of each file, as they stood in it. */
function groupsOf(rows: There[]): There[][] {
  const groups = new Map<string, There[]>()
  for (const row of rows) groups.set(row.importId, [...(groups.get(row.importId) ?? []), row])
  return [...groups.values()].map((group) => group.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)))
}
