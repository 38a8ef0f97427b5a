import type { AwardFacts } from '#domain/money/awards'
import { compactOf, digitsOf } from '#domain/files/cells'
import { sumFen } from '#domain/money/money'
import { maskName } from '#domain/people/names'
import { compareWithId, lookAtPlace, readId, readName } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { cardOn, stated, wordsOf } from '../../tables/list-kinds'
import { periodsOfLists } from '../../tables/list-periods'
import { programmesOf } from '../../tables/programmes'
import { refuseTwoVersions } from '../../tables/two-versions'
import type { AwardList } from '../../writing/award-rows'
import { versionOfFile, type Reading, type Source } from '../kind'
import { amountsOf, type Allowance } from './amounts'
import type { DisabilityKey } from './columns'
import type { DisabilityRow } from './write'

/** The two allowances, as the state names them; a county's own name for each stands in its pack. */
const allowances: Record<Allowance, string> = { living: '困难残疾人生活补贴', care: '重度残疾人护理补贴' }

export function readDisability(source: Source): Reading<DisabilityRow, AwardList> {
  const { tables, fileName, county, places } = source
  const periodOf = periodsOfLists(tables, fileName, '残疾人两项补贴发放表')
  const rows = markCopies(
    tables.flatMap((table) => dataRows<DisabilityKey>(table, ['id', 'name'])),
    () => true,
    (row) => [periodOf(row), ownWords(row)].join(),
  )
  const programmes = programmesOf(county)
  const words = wordsOf(tables, fileName)
  const accepted = acceptedOf(rows, (row) => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const period = periodOf(row)
    if (!period) row.reject('period', 'list_period_unknown')
    const amounts = amountsOf(row, [ownWords(row), words], period)
    const home = lookAtPlace(row, places, 'town', 'village')
    const facts = factsOf(row, id)
    if (row.faults.length === 0) compareWithId(row, id, 'gender', 'birth')
    const awards = amounts.map(({ allowance, amountFen }): DisabilityRow => {
      const programme = programmes.get(allowances[allowance])
      return {
        ...{ id, name, amountFen, facts, home, at: row.place },
        programme: programme?.id ?? allowances[allowance],
        called: programme?.name ?? allowances[allowance],
        forWhom: maskName(name),
        // Of a row that is not taken in, any period will do.
        period: period ?? '2000',
      }
    })
    return { id, awards }
  }).flatMap(({ awards }) => awards)
  refuseTwoVersions(accepted, ({ id, programme, period }) => [id, programme, period].join('/'))
  return { rows, amountFen: sumFen(accepted.map(({ amountFen }) => amountFen)), accepted, told: { version: versionOfFile(source) } }
}

/** What the row's own sheet says of itself: a sheet for each allowance. */
const ownWords = ({ table, sheet }: DataRow): string => compactOf([...table.title, sheet].join(' '))

type Facts = Extract<AwardFacts, { kind: 'disability' }>

function factsOf(row: DataRow<DisabilityKey>, id: string): Facts {
  const category = compactOf(row.cell('disability_type'))
  const grade = gradeIn(row.text('disability_grade')) ?? gradeIn(category)
  const months = Number(compactOf(row.cell('months')).replace(/个?月$/, ''))
  return {
    kind: 'disability',
    ...stated('certificate', certificateOf(row, id)),
    ...stated('category', category.replace(/[一二三四1-4ⅠⅡⅢⅣ]级?$/, '').replace(/残疾$/, '')),
    ...stated('grade', grade ?? row.text('disability_grade')),
    ...stated('months', Number.isInteger(months) && months > 0 ? months : undefined),
    ...stated('card', cardOn(row, 'card')),
  }
}

const grades = ['一级', '二级', '三级', '四级']
/** 二级, 2级, 贰级, Ⅱ级, 肢体二级 */
function gradeIn(written: string): string | undefined {
  const digit = /([一二三四壹贰叁肆1-4ⅠⅡⅢⅣ])级?$/.exec(compactOf(written))?.[1]
  return digit && grades['一二三四壹贰叁肆1234ⅠⅡⅢⅣ'.indexOf(digit) % 4]
}

/**
 * A certificate's number begins with its holder's identity number; another one's is somebody's slip to look at. One that a spreadsheet
 * took for a number has lost its end, and is not kept.
 */
function certificateOf(row: DataRow<DisabilityKey>, id: string): string | undefined {
  const { text, precisionLost } = digitsOf(row.cell('disability_cert'))
  if (text === '' || row.faults.length > 0) return undefined
  const known = precisionLost ? text.replace(/\D/g, '').slice(0, 15) : text.slice(0, 18)
  // A number of the first generation is no identity number.
  if ((/^\d{17}/.test(text) || precisionLost) && !id.startsWith(known)) row.warn('disability_cert_not_from_id', text)
  else if (precisionLost) row.warn('disability_cert_precision_lost', text)
  return precisionLost ? undefined : text
}
