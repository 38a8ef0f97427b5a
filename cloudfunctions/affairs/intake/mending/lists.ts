import { unitName } from '#domain/access/posts'
import type { County } from '#domain/county/county'
import type { AtDesk } from '../directing/desk'
import type { Cell } from '#domain/files/cells'
import { open } from '#kernel/seal/seal'
import type { Keys } from '#kernel/seal/keys'
import type { Collection, Db, Filter, Stored } from '#store/db/collection'
import { aggregate, find, findIn } from '#store/db/read'
import { refusedTables, type QuarantinedRow } from '#store/intake/quarantine'
import { refusedTableId } from '../keeping/refused-tables'
import { reasonName } from '#domain/files/reason-names'
import type { OpenedRow } from './offers'

/** What somebody asks for. */
export interface Asked {
  agencyId?: string | undefined
  code?: string | undefined
  sha256?: string | undefined
}

/** The rows that somebody at the desk may see of those they ask for. Nothing they may: nothing. */
export function visible({ agencyId: own }: AtDesk, { agencyId, code, sha256 }: Asked): Filter {
  return {
    ...(own !== null ? { agencyId: own } : agencyId !== undefined ? { agencyId: agencyId === '' ? null : agencyId } : {}),
    ...(own !== null && agencyId !== undefined && agencyId !== own && { _id: { $in: [] } }),
    ...(code !== undefined && { code }),
    ...(sha256 !== undefined && { importId: sha256 }),
  }
}

interface Placed extends Stored {
  importId: string
  sheet: string
  row: number
}

/** A page of rows (at most 999) in the order of their files, and where the next one begins. */
export async function pageOf<T extends Placed>(
  db: Db,
  of: Collection<T>,
  filter: Filter,
  page?: string,
  size = 50,
): Promise<{ rows: T[]; next?: string }> {
  const after = page === undefined ? undefined : readCursor(page)
  const beyond = after
    ? {
        $and: [
          filter,
          {
            $or: [
              { importId: { $gt: after[0] } },
              { importId: after[0], sheet: { $gt: after[1] } },
              { importId: after[0], sheet: after[1], row: { $gt: after[2] } },
            ],
          },
        ],
      }
    : filter
  const found = await find(db, of, beyond, {
    order: [
      ['importId', 'asc'],
      ['sheet', 'asc'],
      ['row', 'asc'],
    ],
    limit: size + 1,
  })
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return {
    rows,
    ...(found.length > size && last && { next: Buffer.from(JSON.stringify([last.importId, last.sheet, last.row])).toString('base64url') }),
  }
}

/** What was not given by `pageOf` begins anew. */
function readCursor(page: string): [string, string, number] | undefined {
  try {
    const [importId, sheet, row] = JSON.parse(Buffer.from(page, 'base64url').toString()) as unknown[]
    return typeof importId === 'string' && typeof sheet === 'string' && typeof row === 'number' ? [importId, sheet, row] : undefined
  } catch {
    return undefined
  }
}

/** How many rows of which agency for which reason; most first. */
export async function countsOf(db: Db, of: { name: string }, filter: Filter, county: Pick<County, 'agencies' | 'duties'>) {
  const found = await aggregate<{ _id: { agencyId: string | null; code: string }; rows: number }>(db, of, [
    { $match: filter },
    { $group: { _id: { agencyId: '$agencyId', code: '$code' }, rows: { $sum: 1 } } },
  ])
  return found
    .map(({ _id: { agencyId, code }, rows }) => ({
      agencyId: agencyId ?? null,
      agency: agencyName(county, agencyId),
      code,
      label: reasonName(code),
      rows,
    }))
    .sort((a, b) => b.rows - a.rows || a.code.localeCompare(b.code))
}

/** Of files that name no agency the data agency takes care. */
export const agencyName = (county: Pick<County, 'agencies' | 'duties'>, agencyId: string | null | undefined): string =>
  agencyId ? unitName(county, agencyId) : `没写单位的（${unitName(county, county.duties.data)}代管）`

/** What stands in refused rows, below which headings. */
export async function openRows({ db, keys }: { db: Db; keys: Keys }, rows: QuarantinedRow[]): Promise<OpenedRow[]> {
  const idOf = ({ importId, sheet, headingRow }: QuarantinedRow) => refusedTableId(importId, sheet, headingRow)
  const tables = new Map((await findIn(db, refusedTables, '_id', rows.map(idOf))).map((table) => [table._id, table.columns]))
  return rows.map((row) => {
    const cells = JSON.parse(open(keys, row.rawSealed)) as Cell[]
    return {
      row,
      cells,
      columns: tables.get(idOf(row)) ?? cells.map((_, column) => ({ column, heading: `第 ${column + 1} 列`, key: null })),
    }
  })
}
