import type { County, Programme } from '#domain/county'
import { compactOf } from '#domain/cells'
import type { Month } from '#domain/dates'
import { maskName, normaliseName } from '#domain/names'
import { monthIn, normalisePeriod } from '#domain/periods'
import { FileFault } from '../files/sheet'
import { type KindOfFile, type Source } from '../kind'
import { lookAtPlace, readCard, readFen, readId, readName } from '../tables/checks'
import { columnsOf } from '../tables/columns'
import { acceptedOf, dataRows } from '../tables/data-rows'
import { writePlan } from '../write/plan'

/** Groups of headings whose names and numbers are not those of who is paid for. */
const others = /监护|代理|代领|经办|联系人|紧急|开户|账户|持卡|审批|审核/
const columns = columnsOf('payment-plan', {
  serial: {},
  town: { merged: true },
  village: { merged: true },
  account_name: { merged: true },
  name: { required: true, merged: true, sole: true, notBelow: others },
  id: { required: true, merged: true, sole: true, notBelow: others },
  card: { required: true, merged: true, sole: true },
  project: { required: true, merged: true },
  period: { merged: true },
  amount: { required: true, sole: true },
  remark: {},
})
type Key = keyof typeof columns

/** A row of a disbursement plan. `dueFen` in 分. */
export interface PlanRow {
  id: string
  name: string
  accountName: string
  card: string
  programme: string
  forWhom: string | null
  month: Month
  period: string
  dueFen: number
  row: number
}

/** 财政_一卡通发放计划. */
export const paymentPlan: KindOfFile = {
  kind: 'payment-plan',
  label: '一卡通发放计划',
  columns,
  take(source) {
    const month = monthOfPlan(source)
    const programmes = programmesOf(source.county)
    const rows = source.tables.flatMap((table) => dataRows<Key>(table, ['id', 'name', 'card']))
    const accepted = acceptedOf(rows, (row): PlanRow => {
      const id = readId(row, 'id')
      const name = readName(row, 'name')
      const card = readCard(row, 'card')
      const dueFen = readFen(row, 'amount')
      const written = row.text('project')
      const programme = programmes.get(compactOf(written))
      if (written === '') row.reject('project', 'project_missing')
      else if (!programme) row.warn('programme_unknown', written)
      lookAtPlace(row, source.places, 'town', 'village')
      return {
        id, name, card, month, dueFen,
        accountName: normaliseName(row.text('account_name')) || name,
        programme: programme?.id ?? written,
        forWhom: programme?.paidTo === 'head' ? null : maskName(name),
        period: normalisePeriod(row.text('period')) || `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
        row: row.number,
      }
    })
    return { rows, amountFen: accepted.reduce((sum, { dueFen }) => sum + dueFen, 0), write: (to) => writePlan(to, month, accepted) }
  },
}

/** The plan's month: from its title, else the file's or sheet's name. */
function monthOfPlan({ tables, fileName }: Source): Month {
  const month = tables.map(({ title }) => monthIn(title[0] ?? '')).find(Boolean) ?? monthIn(fileName) ?? tables.map(({ sheet }) => monthIn(sheet)).find(Boolean)
    ?? monthIn(tables.flatMap(({ title }) => title).join(' '))
  if (!month) throw new FileFault('没有看出是哪个月的发放计划。请在标题或文件名里写上“2026年10月”这样的年月，再导入。')
  return month
}

const programmesOf = ({ programmes }: County): Map<string, Programme> =>
  new Map(programmes.flatMap((programme) => [programme.name, ...programme.aliases].map((name) => [compactOf(name), programme] as const)))
