import { fen } from '#domain/money/money'
import { compactOf, textOf } from '#domain/files/cells'
import type { Reading, Source } from '../kind'
import { lookAtPlace, readId, readName, readPhone, readSomeDate } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import { firstNamed } from '../../writing/workers'
import type { PairingKey } from './columns'
import type { PairingRow } from './write'

export function readPairings({ tables, places, until }: Source): Reading<PairingRow, object> {
  const rows = markCopies(tables.flatMap((table) => dataRows<PairingKey>(table, ['id', 'head_name'])))
  const own = acceptedOf(rows, (row): Omit<PairingRow, 'firstNamed'> => {
    const id = readId(row, 'id')
    const name = readName(row, 'head_name')
    const helper = row.text('helper')
    if (helper === '') row.reject('helper', 'helper_missing')
    const home = lookAtPlace(row, places, 'town', 'village')
    return {
      id,
      home,
      at: row.place,
      name,
      worker: {
        name: helper,
        unit: row.text('helper_unit'),
        post: row.text('helper_post') || null,
        phone: readPhone(row, 'helper_mobile'),
      },
      measures: textOf(row.cell('measures'))
        .split(/[\n\r；;]+/)
        .map(compactOf)
        .filter(Boolean),
      lastVisit: row.has('last_visit') ? readSomeDate(row, 'last_visit', '上次走访日期', until) : null,
    }
  })
  const named = firstNamed(own.map(({ worker }) => ({ role: 'cadre', ...worker })))
  return { rows, amountFen: fen(0), accepted: own.map((row, i) => ({ ...row, firstNamed: named[i]! })), told: {} }
}
