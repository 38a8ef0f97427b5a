import { daysBetween, type Day } from '#domain/time/dates'
import { textOf } from '#domain/files/cells'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { reasonName } from '#domain/files/reason-names'
import { agencyName } from './lists'
import type { Offer, OpenedRow } from './offers'

/** Where rows stand, and whose files they are of, in words. */
export async function placesOf(on: On, rows: { importId: string }[]) {
  const files = new Map(
    (
      await findIn(
        on.db,
        imports,
        '_id',
        rows.map(({ importId }) => importId),
        ['fileName'],
      )
    ).map((file) => [file._id, file.fileName]),
  )
  return ({
    _id,
    importId,
    agencyId,
    sheet,
    row,
    since,
  }: {
    _id: string
    importId: string
    agencyId: string | null
    sheet: string
    row: number
    since: Day
  }) => ({
    ...{
      id: _id,
      sha256: importId,
      fileName: files.get(importId) ?? '',
      agencyId,
      agency: agencyName(on.county, agencyId),
      sheet,
      row,
      since,
    },
    days: Math.max(0, daysBetween(since, on.moment.today)),
  })
}

/** A refused row as its officer sees it; what is offered without what it is. */
export function presentRow({ row, cells, columns }: OpenedRow, offers: readonly Offer[]) {
  const failed = columns.find(({ key }) => key === row.field)?.column
  const headed = new Map(columns.map(({ column, heading }) => [column, heading]))
  const width = Math.max(cells.length, ...columns.map(({ column }) => column + 1))
  return {
    ...{ kind: row.kind, code: row.code, label: reasonName(row.code), reason: row.reason, underway: row.state !== 'open' },
    cells: Array.from({ length: width }, (_, column) => ({
      column,
      heading: headed.get(column) ?? '',
      text: textOf(cells[column]),
      failed: column === failed,
    })),
    ...(offers.length === 1 && { offer: shown(offers[0]!) }),
    ...(offers.length > 1 && { choices: offers.map(shown) }),
  }
}

const shown = ({ id, column, question }: Offer) => ({ id, column, question })
