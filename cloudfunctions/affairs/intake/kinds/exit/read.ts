import { fen } from '#domain/money/money'
import type { Reading, Source } from '../kind'
import { lookAtPlace, readId, readKeyDate, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import type { ExitKey } from './columns'
import type { ExitRow } from './write'

export function readExits({ tables, places, until }: Source): Reading<ExitRow, object> {
  const rows = markCopies(tables.flatMap((table) => dataRows<ExitKey>(table, ['id', 'name'])))
  const accepted = acceptedOf(rows, (row): ExitRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const on = readKeyDate(row, 'exit_date', until)
    const reason = row.text('reason')
    if (reason === '') row.reject('reason', 'reason_missing')
    const home = lookAtPlace(row, places, 'town', 'village')
    return {
      id,
      name,
      reason,
      evidence: row.text('evidence'),
      approver: row.text('approver'),
      on,
      home,
      at: row.place,
    }
  })
  return { rows, amountFen: fen(0), accepted, told: {} }
}
