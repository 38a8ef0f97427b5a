import { fen } from '#domain/money/money'
import { vitalKindOf, vitalNames, type VitalKind } from '#domain/people/vital'
import { isBlank } from '#domain/files/cells'
import { spanOfTexts } from '#domain/time/spans'
import { listOfFile, type Reading, type Source } from '../kind'
import { compareWithId, lookAtPlace, readDateIfAny, readId, readKeyDate, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { titleOf, type Table } from '../../tables/find-table'
import { plainHeading } from '../../tables/headings'
import type { List } from '../../writing/said'
import { senseOf, type VitalKey } from './columns'
import type { VitalRow } from './write'

type Row = DataRow<VitalKey>
type DayKey = 'event_date' | 'died_on' | 'moved_on'

export function readVital(source: Source): Reading<VitalRow, List> {
  const { tables, places, until, fileName, county, directed } = source
  const said = directed?.month && { from: directed.month, to: directed.month }
  const span = said ?? spanOfTexts([titleOf(tables), fileName]) ?? null
  const told = listOfFile(source, span)
  const rows = markCopies(tables.flatMap((table) => dataRows<VitalKey>(table, ['id', 'name'])))
  const remarked = new Set<Table>()
  const accepted = acceptedOf(rows, (row): VitalRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const kind = kindIn(row, fileName)
    const { key, onIs } = dayColumn(row, kind)
    const on = readKeyDate(row, key, until)
    const registeredOn = readDateIfAny(row, 'registered_on', '登记日期', until)
    if (row.faults.length === 0) {
      compareWithId(row, id, 'gender', 'birth')
      if (onIs === 'registered' && !remarked.has(row.table)) row.warn('only_registered_day', plainHeading(row.table.headings.get(key)))
      if (onIs === 'registered') remarked.add(row.table)
      else if (registeredOn && registeredOn.slice(0, on.length) < on.slice(0, registeredOn.length))
        row.warn('registered_before', `${registeredOn}，${on}`)
    }
    const home = lookAtPlace(row, places, 'town', 'village')
    const place = row.text('moved_to')
    return {
      ...{ id, name, span, home, at: row.place, on, onIs, registeredOn, place },
      // Who goes to another place in this county has not left it.
      kind: kind === 'moved-out' && place.includes(county.name) ? 'moved-within' : kind,
      written: row.text('event_type') || vitalNames[kind],
      address: row.text('address'),
      cause: row.text('cause'),
    }
  })
  return { rows, amountFen: fen(0), accepted, told }
}

/** What happened: as the row says; where the list has no such column, by which of its days is filled in, then by its title. */
function kindIn(row: Row, fileName: string): VitalKind {
  const written = row.text('event_type')
  const said = vitalKindOf(written)
  if (said) return said
  // A column of reasons (务工, 婚迁) says why, and the list what.
  const isReason = /原因|事由/.test(row.table.headings.get('event_type') ?? '')
  if (written !== '' && !isReason) row.reject('event_type', 'event_unknown')
  else {
    const filled = dayKeys(row).filter((key) => !isBlank(row.cell(key)))
    const senses = new Set(
      filled.map((key) => senseOf(row.table.headings.get(key) ?? '')).filter((sense) => sense === 'died' || sense === 'moved'),
    )
    const named = [row.sheet, row.table.title.join(' '), fileName].map(vitalKindIn).find(Boolean)
    if (senses.size > 1) row.reject('event_type', 'event_two')
    else if (senses.has('died')) return 'died'
    else if (senses.has('moved') && movedIn(row)) return movedIn(row)!
    else if (named) return named
    else row.reject('event_type', 'event_missing')
  }
  // Of a row that is not taken in, any will do.
  return 'died'
}

/** Which way a column of days says that people moved: 迁出日期, 迁入日期. */
const movedIn = (row: Row): VitalKind | undefined =>
  dayKeys(row)
    .filter((key) => !isBlank(row.cell(key)))
    .map((key) => vitalKindOf(row.table.headings.get(key) ?? ''))
    .find((kind) => kind !== undefined && kind !== 'died')

/** What a title names, when it names one thing only: 死亡人员名单, not 死亡注销与户籍迁出名单. */
function vitalKindIn(title: string): VitalKind | undefined {
  const named = title
    .split(/[与和及、_\s]+/)
    .map(vitalKindOf)
    .filter((kind) => kind !== undefined)
  return new Set(named).size === 1 ? named[0] : undefined
}

const dayKeys = (row: Row): DayKey[] => (['event_date', 'died_on', 'moved_on'] as const).filter((key) => row.has(key))

/** The column with the day of such an event: its own, then any event's, then that of its registration. */
function dayColumn(row: Row, kind: VitalKind): { key: DayKey | 'registered_on'; onIs: VitalRow['onIs'] } {
  const own = kind === 'died' ? 'died' : 'moved'
  const rank = (key: DayKey) => [own, 'any', 'registered'].indexOf(senseOf(row.table.headings.get(key) ?? ''))
  const keys = dayKeys(row)
  // The only day there is is the event's, whatever it is called.
  const fitting = keys.filter((key) => keys.length === 1 || rank(key) >= 0).sort((a, b) => rank(a) - rank(b))
  const key = fitting.find((one) => !isBlank(row.cell(one))) ?? fitting[0]
  const isTheirs = key && (rank(key) >= 0 || !isBlank(row.cell(key)))
  // 死亡时间 is blank of who moved away: there is the day of its registration.
  if (!isTheirs && !isBlank(row.cell('registered_on'))) return { key: 'registered_on', onIs: 'registered' }
  if (!key) row.reject('event_date', 'date_missing')
  if (!key) return { key: 'event_date', onIs: 'happened' }
  return { key, onIs: rank(key) === 2 ? 'registered' : 'happened' }
}
