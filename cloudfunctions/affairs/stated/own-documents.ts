import type { SourceAnswer } from '#contract/supervision/source'
import { yuan } from '#domain/money/money'
import { normalisePeriod } from '#domain/time/periods'
import type { On } from '#kernel/call/on'
import { findEach } from '#store/db/read'
import type { SaidAt } from '#store/intake/said-at'
import { dividends, payments } from '#store/money/money'
import { doctorContracts, pairings } from '#store/people/helpers'
import { filesBehind } from './gather'
import { saySource } from './words'

type Row = SaidAt & { says: string; kind: string; importId: string }

/** What only one kind of file can know: each of a household's documents with its file and row. */
const rowsOf: Record<'money' | 'dividends' | 'helpers', (on: On, householdId: string) => Promise<Row[]>> = {
  async money({ db, county }, householdId) {
    const found = await findEach(db, payments, { householdId })
    return found
      .sort((a, b) => b.month.localeCompare(a.month))
      .map(({ programme, period, dueFen, ...at }) => ({
        says: `${normalisePeriod(period)}${county.programmes.find(({ id }) => id === programme)?.name ?? programme} ${yuan(dueFen)} 元`,
        kind: 'payment-plan',
        ...placeOf(at),
      }))
  },
  async dividends({ db }, householdId) {
    const found = await findEach(db, dividends, { householdId })
    return found
      .sort((a, b) => b.year - a.year)
      .map(({ scheme, year, dividendFen, ...at }) => ({
        ...{ says: `${year}年${scheme} ${yuan(dividendFen)} 元`, kind: 'dividend', ...placeOf(at) },
      }))
  },
  async helpers({ db }, householdId) {
    const [cadres, doctors] = await Promise.all([findEach(db, pairings, { householdId }), findEach(db, doctorContracts, { householdId })])
    return [
      ...cadres.map(({ name, unit, ...at }) => ({ says: `${unit}${name}`, kind: 'pairing', ...placeOf(at) })),
      ...doctors.map(({ name, clinic, ...at }) => ({ says: `${clinic}${name}`, kind: 'doctor', ...placeOf(at) })),
    ]
  },
}

const placeOf = ({ importId, sheet, row, saidOn }: SaidAt & { importId: string }) => ({
  importId,
  ...(sheet !== undefined && { sheet }),
  ...(row !== undefined && { row }),
  ...(saidOn && { saidOn }),
})

export async function tellOwn(on: On, of: keyof typeof rowsOf, householdId: string): Promise<SourceAnswer['people']> {
  const rows = await rowsOf[of](on, householdId)
  const files = await filesBehind(
    on,
    rows.map(({ importId }) => importId),
  )
  const said = rows.map(({ says, kind, importId, sheet, row, saidOn }) => {
    const file = files.get(importId)
    const from = saySource(on.county, { agency: file?.agencyId ?? '', kind })
    return { says, from, file: file?.fileName, sheet, row, day: saidOn, shown: true, differs: false }
  })
  return [{ who: '', why: said.length === 0 ? '还没有一份文件写到。' : '这件事只有这一种文件能说，每一笔写明在哪一行。', said }]
}
