import { isAreaTimesPrice, type AwardFacts } from '#domain/money/awards'
import { compactOf } from '#domain/files/cells'
import { readAmount } from '#domain/money/amounts'
import { sumFen, yuan, type Fen } from '#domain/money/money'
import { maskName } from '#domain/people/names'
import { lookAtPlace, readFen, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { cardOn, stated, wordsOf } from '../../tables/list-kinds'
import { periodsOfLists } from '../../tables/list-periods'
import { programmeIn, programmesOf } from '../../tables/programmes'
import { refuseTwoVersions } from '../../tables/two-versions'
import type { AwardList } from '../../writing/award-rows'
import { versionOfFile, type Reading, type Source } from '../kind'
import type { FarmlandKey } from './columns'
import type { FarmlandRow } from './write'

/** What such a list is of where it does not say more: the state's name for it. */
const usual = '耕地地力保护补贴'

export function readFarmland(source: Source): Reading<FarmlandRow, AwardList> {
  const { tables, fileName, county, places } = source
  const periodOf = periodsOfLists(tables, fileName, '耕地地力保护补贴清册')
  const programmes = programmesOf(county)
  const ofList = programmeIn(wordsOf(tables, fileName), programmes) ?? { programme: programmes.get(usual), called: usual }
  const rows = markCopies(
    tables.flatMap((table) => dataRows<FarmlandKey>(table, ['id', 'name'])),
    () => true,
    (row) => periodOf(row) ?? '',
  )
  const accepted = acceptedOf(rows, (row): FarmlandRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const amountFen = readFen(row, 'amount')
    const period = periodOf(row)
    if (!period) row.reject('period', 'list_period_unknown')
    const written = row.text('project')
    const programme = written === '' ? ofList.programme : programmes.get(compactOf(written))
    if (written !== '' && !programme) row.warn('programme_unknown', written)
    const home = lookAtPlace(row, places, 'town', 'village')
    return {
      ...{ id, name, amountFen, home, at: row.place },
      programme: programme?.id ?? (written || ofList.called),
      called: programme?.name ?? (written || ofList.called),
      forWhom: programme?.paidTo === 'person' ? maskName(name) : null,
      facts: factsOf(row, amountFen),
      // The subsidy is a year's, whenever it is paid; of a row that is not taken in, any will do.
      period: period ? `${Number(period.slice(0, 4))}` : '2000',
    }
  })
  refuseTwoVersions(accepted, ({ id, programme, period }) => [id, programme, period].join('/'))
  return { rows, amountFen: sumFen(accepted.map(({ amountFen }) => amountFen)), accepted, told: { version: versionOfFile(source) } }
}

function factsOf(row: DataRow<FarmlandKey>, amountFen: Fen): Extract<AwardFacts, { kind: 'farmland' }> {
  const areaMu = areaOf(row, 'area_mu')
  const price = readAmount(row.cell('unit_price'), row.unit('unit_price'))
  const priceFen = 'fen' in price ? price.fen : undefined
  if (areaMu !== undefined && priceFen !== undefined && row.faults.length === 0 && !isAreaTimesPrice(areaMu, priceFen, amountFen))
    row.warn('area_x_price_not_amount', `${areaMu} 亩，每亩 ${yuan(priceFen)} 元，金额写的是 ${yuan(amountFen)} 元`)
  return {
    kind: 'farmland',
    ...stated('areaMu', areaMu),
    ...stated('contractedMu', areaOf(row, 'contract_area_mu')),
    ...stated('priceFen', priceFen),
    ...stated('card', cardOn(row, 'card')),
  }
}

/** In 亩; a heading may count in 公顷, fifteen 亩 each. Nothing where no number stands. */
function areaOf(row: DataRow<FarmlandKey>, key: 'area_mu' | 'contract_area_mu'): number | undefined {
  const number = /^(\d+(?:,\d{3})*(?:\.\d+)?)亩?$/.exec(compactOf(row.cell(key)))?.[1]
  if (number === undefined) return undefined
  const inHectares = [row.table.headings.get(key) ?? '', ...(row.table.groups.get(key) ?? [])].some((text) => /公顷/.test(text))
  return Number((Number(number.replace(/,/g, '')) * (inHectares ? 15 : 1)).toFixed(4))
}
