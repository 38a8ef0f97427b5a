import type { AwardFacts } from '#domain/money/awards'
import { compactOf } from '#domain/files/cells'
import { sumFen } from '#domain/money/money'
import { maskName, normaliseName } from '#domain/people/names'
import { compareWithId, lookAtPlace, readFen, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { cardOn, stated, wordsOf } from '../../tables/list-kinds'
import { periodsOfLists } from '../../tables/list-periods'
import { calledIn, programmeIn, programmesOf } from '../../tables/programmes'
import { refuseTwoVersions } from '../../tables/two-versions'
import type { AwardList } from '../../writing/award-rows'
import { versionOfFile, type Reading, type Source } from '../kind'
import type { SchoolingKey } from './columns'
import type { SchoolingRow } from './write'

export function readSchooling(source: Source): Reading<SchoolingRow, AwardList> {
  const { tables, fileName, county, places } = source
  const periodOf = periodsOfLists(tables, fileName, '助学补助名单')
  const programmes = programmesOf(county)
  const ofFile = programmeIn(wordsOf(tables, fileName), programmes)
  const ofTable = new Map(
    tables.map((table) => {
      const called = table.title.map(calledIn).find(Boolean)
      return [
        table,
        programmeIn(wordsOf([table], ''), programmes) ?? ofFile ?? (called ? { programme: undefined, called } : undefined),
      ] as const
    }),
  )
  const rows = markCopies(
    tables.flatMap((table) => dataRows<SchoolingKey>(table, ['id', 'name'])),
    () => true,
    (row) => periodOf(row) ?? '',
  )
  const accepted = acceptedOf(rows, (row): SchoolingRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const amountFen = readFen(row, 'amount')
    const period = periodOf(row)
    if (!period) row.reject('period', 'list_period_unknown')
    const ofList = ofTable.get(row.table)
    const written = row.text('project')
    const programme = written === '' ? ofList?.programme : programmes.get(compactOf(written))
    if (written === '' && !ofList) row.reject('project', 'project_missing')
    else if (!programme) row.warn('programme_unknown', written || ofList?.called)
    const home = lookAtPlace(row, places, 'town', 'village')
    if (row.faults.length === 0) compareWithId(row, id, 'gender', 'birth')
    return {
      ...{ id, name, amountFen, home, at: row.place },
      programme: programme?.id ?? (written || ofList?.called || ''),
      // One programme pays several things: 雨露计划 and 义务教育生活补助 of one pupil are two.
      called: written || (ofList?.called ?? ''),
      forWhom: maskName(name),
      facts: factsOf(row),
      // Of a row that is not taken in, any period will do.
      period: period ?? '2000',
    }
  })
  refuseTwoVersions(accepted, ({ id, programme, called, period }) => [id, programme, called, period].join('/'))
  return { rows, amountFen: sumFen(accepted.map(({ amountFen }) => amountFen)), accepted, told: { version: versionOfFile(source) } }
}

const factsOf = (row: DataRow<SchoolingKey>): Extract<AwardFacts, { kind: 'schooling' }> => ({
  kind: 'schooling',
  ...stated('school', row.text('school')),
  ...stated('stage', row.text('stage')),
  ...stated('grade', row.text('grade')),
  ...stated('subject', row.text('subject')),
  ...stated('guardian', normaliseName(row.text('guardian'))),
  ...stated('card', cardOn(row, 'card')),
})
