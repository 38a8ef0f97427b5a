import { sumFen } from '#domain/money/money'
import { statedDay } from '#domain/time/loose-dates'
import { versionOfFile, type Reading, type Source } from '../kind'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import { titleOf } from '../../tables/find-table'
import { partsOf } from './columns'
import { lacking, lookForParts, refuseWithoutMoney } from './parts'
import { basicsOf, inspectionOf, moneyOf, progressOfRow } from './lines'
import { lookAcross, rejectContradictions } from './across'
import type { Ledger, ProjectRow, Row } from './rows'
import { projectsOf } from './whose'

export function readProjects(source: Source): Reading<ProjectRow, Ledger> {
  const { tables, places, until, fileName } = source
  const rows: Row[] = markCopies(tables.flatMap((table) => dataRows(table, ['number', 'name'])))
  refuseWithoutMoney(rows)
  const whose = projectsOf(rows)
  const asOf = statedDay(titleOf(tables)) ?? statedDay(fileName) ?? until
  const said = new Map<Row, ProjectRow>()
  acceptedOf(rows, (row): ProjectRow => {
    const parts = partsOf(row.table.at)
    const one = {
      ...whose(row),
      at: row.place,
      basics: parts.includes('basics') ? basicsOf(row, places) : null,
      money: parts.includes('money') ? moneyOf(row, parts, asOf) : [],
      progress: parts.includes('progress') ? progressOfRow(row, asOf) : null,
      inspection: parts.includes('inspections') ? inspectionOf(row, asOf) : null,
      remark: row.text('remark'),
    }
    said.set(row, one)
    return one
  })
  const sound = () =>
    rows.filter(({ faults, copyOf }) => faults.length === 0 && copyOf === undefined).map((row) => ({ row, said: said.get(row)! }))
  rejectContradictions(sound())
  lookAcross(sound())
  lookForParts(rows)
  const accepted = sound().map(({ said: one }) => one)
  return {
    rows,
    amountFen: sumFen(totalsOf(accepted)),
    accepted,
    told: { version: { ...versionOfFile(source), day: asOf }, asOf, lacking: lacking(rows) },
  }
}

/** What each project is to cost; of one without that, what was issued for it. */
function totalsOf(rows: ProjectRow[]) {
  const totals = new Map(rows.flatMap(({ key, basics }) => (basics?.totalFen == null ? [] : [[key, basics.totalFen] as const])))
  const issued = rows.flatMap(({ key, money }) => (totals.has(key) ? [] : money.flatMap(({ issuedFen }) => issuedFen ?? [])))
  return [...totals.values(), ...issued]
}
