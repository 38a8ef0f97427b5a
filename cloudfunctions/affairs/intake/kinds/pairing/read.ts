import { compactOf, textOf } from '#domain/files/cells'
import type { Day, Month } from '#domain/time/dates'
import type { KindOfFile } from '../../kind'
import { lookAtPlace, readId, readName, readPhone, readSomeDate } from '../../tables/checks'
import { columnsOf } from '../../tables/columns'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { writePairings } from './write'

/** Groups of headings whose names and numbers are the helper's, not the household's. */
const helpers = /干部|责任人|帮扶人|联系人|监护|党员/
const columns = columnsOf('pairing', {
  serial: {},
  town: { merged: true },
  village: { merged: true },
  id: { required: true, merged: true, sole: true, notBelow: helpers },
  head_name: { required: true, merged: true, sole: true, notBelow: helpers },
  helper_unit: { merged: true, notBelow: /户主|农户|帮扶对象|结对户/ },
  helper: { required: true, merged: true, sole: true },
  helper_post: { merged: true },
  helper_mobile: { merged: true, notBelow: /户主|农户|帮扶对象|结对户/ },
  measures: {},
  last_visit: {},
  remark: {},
})
type Key = keyof typeof columns

/** A row of 结对帮扶: a household, by its head, and the cadre who looks after it. */
export interface PairingRow {
  id: string
  name: string
  worker: { name: string; unit: string; post: string | null; phone: string | null }
  measures: string[]
  lastVisit: Day | Month | null
  warn: DataRow['warn']
}

/** 结对帮扶台账. */
export const pairing: KindOfFile = {
  kind: 'pairing',
  label: '结对帮扶台账',
  columns,
  take({ tables, places, until }) {
    const rows = markCopies(tables.flatMap((table) => dataRows<Key>(table, ['id', 'head_name'])))
    const accepted = acceptedOf(rows, (row): PairingRow => {
      const id = readId(row, 'id')
      const name = readName(row, 'head_name')
      const helper = row.text('helper')
      if (helper === '') row.reject('helper', 'helper_missing')
      lookAtPlace(row, places, 'town', 'village')
      return {
        id,
        warn: (code, detail) => row.warn(code, detail),
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
    return { rows, amountFen: 0, write: (to) => writePairings(to, accepted) }
  },
}
