import { isBlank, lineOf } from '#domain/files/cells'
import type { Day } from '#domain/time/dates'
import type { Gazetteer } from '#domain/place/places'
import type { LedgerPart } from '#store/work/projects'
import { lookAtPlace, readCount, readDateIfAny, readFen, readPhone } from '../../tables/checks'
import { plainHeading } from '../../tables/headings'
import { amountKeys, shareKeys } from './columns'
import { progressOf, scaleOf } from './progress'
import type { Basics, ProjectRow, Row } from './rows'

/** Plans lie in the future. */
const anyDay: Day = '2999-12-31'

export function basicsOf(row: Row, places: Gazetteer): Basics {
  const town = places.town(row.text('town'))
  lookAtPlace(row, places, 'town', 'village')
  return {
    type: row.text('project_type'),
    townCode: town?.code ?? null,
    villageCode: (town && places.village(town, row.text('village'))?.code) ?? null,
    town: row.text('town'),
    village: row.text('village'),
    site: row.text('site'),
    content: row.text('content'),
    owner: row.text('owner'),
    contractor: row.text('contractor'),
    inCharge: row.text('in_charge'),
    manager: row.text('manager'),
    phone: row.has('phone') ? readPhone(row, 'phone') : null,
    totalFen: row.has('total') ? readFen(row, 'total', { blankIs: null }) : null,
    households: readCount(row, 'households'),
    people: readCount(row, 'people'),
  }
}

/**
 * The money that a line names: one batch, and a share of each source that has a column of its own. A line of a sheet about money alone
 * must name an amount.
 */
export function moneyOf(row: Row, parts: LedgerPart[], until: Day): ProjectRow['money'] {
  const amount = (key: (typeof amountKeys)[number]) => (row.has(key) ? readFen(row, key, { blankIs: null }) : null)
  const [issuedFen, paidFen, spentFen] = [amount('issued'), amount('paid'), amount('spent')]
  const batch = {
    source: row.text('fund_source'),
    document: row.text('document'),
    batch: row.text('batch'),
    plannedFen: null,
    issuedOn: readDateIfAny(row, 'issued_on', '下达日期', until),
    issuedFen,
    paidFen,
    lastPaidOn: readDateIfAny(row, 'paid_on', '拨付日期', until),
    spentFen,
  }
  const shares = shareKeys.flatMap((key) => {
    const plannedFen = row.has(key) ? readFen(row, key, { blankIs: null }) : null
    if (plannedFen === null || plannedFen === 0) return []
    const source = plainHeading(row.table.headings.get(key))
    return [
      { source, document: '', batch: '', plannedFen, issuedOn: null, issuedFen: null, paidFen: null, lastPaidOn: null, spentFen: null },
    ]
  })
  const named = amountKeys.find((key) => row.has(key))
  const hasAmount = [issuedFen, paidFen, spentFen].some((one) => one !== null)
  if (named && !hasAmount && shares.length === 0 && parts.length === 1 && row.faults.length === 0) row.reject(named, 'amount_missing')
  const says = hasAmount || [batch.source, batch.document, batch.batch].some(Boolean) || batch.issuedOn !== null
  return [...(says ? [batch] : []), ...shares]
}

export function progressOfRow(row: Row, until: Day): ProjectRow['progress'] {
  const keys = ['stage', 'planned_start', 'actual_start', 'planned_end', 'actual_end', 'progress', 'delay_reason'] as const
  if (keys.every((key) => isBlank(row.cell(key)))) return null
  const column = row.table.at.get('progress')
  const cell = row.cell('progress')
  const progress = column === undefined || isBlank(cell) ? undefined : progressOf(cell, scaleOf(row.table, column))
  if (progress === undefined && !isBlank(cell)) row.warn('progress_unreadable', lineOf(cell))
  const days = {
    plannedStart: readDateIfAny(row, 'planned_start', '计划开工日期', anyDay),
    actualStart: readDateIfAny(row, 'actual_start', '实际开工日期', until),
    plannedEnd: readDateIfAny(row, 'planned_end', '计划完工日期', anyDay),
    actualEnd: readDateIfAny(row, 'actual_end', '实际完工日期', until),
  }
  for (const [start, end] of [
    [days.plannedStart, days.plannedEnd],
    [days.actualStart, days.actualEnd],
  ] as const)
    if (start && end && end.slice(0, start.length) < start.slice(0, end.length)) row.warn('days_reversed', `开工 ${start}，完工 ${end}`)
  return {
    stage: row.text('stage'),
    ...days,
    progress: progress ?? null,
    progressWritten: progress === undefined ? lineOf(cell) : '',
    delayReason: row.text('delay_reason'),
  }
}

export function inspectionOf(row: Row, until: Day): ProjectRow['inspection'] {
  const keys = ['inspected_on', 'inspector', 'problem', 'demand', 'due', 'state'] as const
  if (keys.every((key) => isBlank(row.cell(key)))) return null
  return {
    on: readDateIfAny(row, 'inspected_on', '督查日期', until),
    by: row.text('inspector'),
    problem: row.text('problem'),
    demand: row.text('demand'),
    due: readDateIfAny(row, 'due', '整改期限', anyDay),
    state: row.text('state'),
  }
}
