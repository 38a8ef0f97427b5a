import type { FileKind } from '#contract/intake/actions'
import { daysBetween, type Day } from '#domain/time/dates'
import { seal } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { insertMany, replace, update } from '#store/db/write'
import { quarantine, type Ended, type QuarantinedRow } from '#store/intake/quarantine'
import type { DataRow } from '../tables/data-rows'
import { digestOf, documentIds } from '../writing/documents'
import type { Writing } from '../writing/writing'
import { keepRefusedTables } from './refused-tables'

type Where = Pick<Writing, 'db' | 'keys' | 'importId'>

/** What is known of a reading besides its rows. */
interface OfReading {
  kind: FileKind
  agencyId: string | null
  /** The day of this reading: on it a life begins that had not begun. */
  on: Day
  /** The mends that were laid over the file, by `placeKey`. */
  laid: Map<string, string>
}

export const placeKey = (sheet: string, row: number): string => `${row}\n${sheet}`

/** The id of a refused row: the same in every reading of its file. */
export const refusedRowId = (importId: string, sheet: string, row: number): string => documentIds('quarantine')(importId, sheet, row)

type There = Omit<QuarantinedRow, 'rawSealed'>
const withoutCells: (keyof There)[] = [
  ...(['_id', 'digest', 'importId', 'kind', 'agencyId', 'sheet', 'row', 'headingRow', 'field', 'code', 'reason'] as const),
  ...(['since', 'state', 'mendId', 'ended'] as const),
]

/**
 * Keeps the rows that could not be taken in, each with its first fault's code and all its reasons. A row that was there before keeps the
 * day since when; one that is sound now is on its way in; one whose mend came while the file was being read waits for the next reading.
 * Gives how many are refused.
 */
export async function keepRefused(to: Where, of: OfReading, rows: DataRow[]): Promise<number> {
  const { db, importId } = to
  const refused = rows.filter(({ faults }) => faults.length > 0)
  const before = new Map((await findEach(db, quarantine, { importId }, withoutCells)).map((row: There) => [row._id, row]))
  await keepRefusedTables(
    to,
    refused.map(({ table }) => table),
  )
  const fresh: QuarantinedRow[] = []
  const again: QuarantinedRow[] = []
  for (const row of refused) {
    const now = documentOf(to, of, row)
    const there = before.get(now._id)
    before.delete(now._id)
    if (!there) fresh.push(now)
    else if (there.state === 'given' ? there.mendId === of.laid.get(placeKey(row.sheet, row.number)) : hasChanged(there, now))
      again.push({
        ...now,
        since: there.since,
        mendId: there.mendId,
        ...(there.state === 'withdrawn' && { state: there.state, ended: there.ended }),
      })
  }
  await insertMany(db, quarantine, fresh)
  await inTurns(again, 8, (row) => replace(db, quarantine, row))
  if (before.size > 0) await letGo(to, of.on, [...before.values()], new Set(rows.map(({ sheet, number }) => placeKey(sheet, number))))
  return refused.length
}

const hasChanged = (there: There, now: QuarantinedRow): boolean =>
  (there.state !== 'open' && there.state !== 'withdrawn') ||
  there.digest !== now.digest ||
  there.agencyId !== now.agencyId ||
  there.headingRow !== now.headingRow

/** Rows that were refused and are not any more: sound ones go in; of lines that are no rows any more nobody wants anything. */
async function letGo({ db }: Where, on: Day, before: There[], rows: Set<string>): Promise<void> {
  await inTurns(
    before.filter(({ state }) => state === 'open' || state === 'given'),
    8,
    ({ _id, sheet, row, since }) =>
      update(
        db,
        quarantine,
        { _id },
        { $set: rows.has(placeKey(sheet, row)) ? { state: 'entering' } : withdrawn(since, on, { why: '这一行不再当作数据来读' }) },
      ),
  )
}

/** What a row becomes of which nobody waits any more. */
export const withdrawn = (
  since: Day,
  on: Day,
  { by = null, ...ended }: Pick<Ended, 'why' | 'file'> & Partial<Pick<Ended, 'by'>>,
): Pick<QuarantinedRow, 'state' | 'ended'> => ({
  state: 'withdrawn',
  ended: { on, days: daysBetween(since, on), by, ...ended },
})

function documentOf(
  { keys, importId }: Where,
  { kind, agencyId, on }: OfReading,
  { sheet, number, cells, faults, table }: DataRow,
): QuarantinedRow {
  const { field, code } = faults[0]!
  const reason = [...new Set(faults.map((fault) => fault.reason))].join('')
  return {
    _id: refusedRowId(importId, sheet, number),
    digest: digestOf(keys, field, code, reason),
    ...{ importId, kind, agencyId, sheet, row: number, headingRow: table.headingRow, field, code, reason },
    rawSealed: seal(keys, JSON.stringify(cells)),
    ...{ since: on, state: 'open', mendId: null, ended: null },
  }
}
