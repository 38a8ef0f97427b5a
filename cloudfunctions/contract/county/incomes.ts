import * as z from 'zod'
import type { County } from '#domain/county/county'
import type { IncomeRules } from '#domain/county/incomes'
import { lineUnits } from '#domain/money/income-lines'
import { spendingParts } from '#domain/money/spending'
import { once, type Path, type Report } from './faults'
import { id, text } from './words'

const sourced = { source: text, unverified: z.boolean().optional() }
const percent = z.int().min(1).max(1000)

/** How income is counted and held against the lines. */
export const incomes = z.strictObject({
  transfers: z.array(z.strictObject({ id, name: text, counts: z.boolean(), ...sourced })),
  lines: z
    .array(z.strictObject({ id, name: text, of: id, percent: percent.optional(), orEqual: z.boolean().optional(), ...sourced }))
    .min(1),
  grant: z.strictObject({ line: id, category: id, ...sourced }).optional(),
  hardship: z
    .strictObject({
      category: id,
      spending: z.array(z.enum(spendingParts)).min(1),
      overPercent: percent,
      within: id.optional(),
      ...sourced,
    })
    .optional(),
  shownToFarmer: z.boolean(),
}) as unknown as z.ZodType<IncomeRules>

/** Lines are of the pack's numbers for one person, and grants and hardship name lines and categories that there are. */
export function checkIncomes({ incomes: { transfers, lines: held, grant, hardship }, lines, categories }: County, report: Report): void {
  once(
    transfers.map(({ id: one }, i) => [['incomes', 'transfers', i, 'id'], one]),
    '编号',
    report,
  )
  once(
    held.map(({ id: one }, i) => [['incomes', 'lines', i, 'id'], one]),
    '编号',
    report,
  )
  held.forEach(({ of }, i) => {
    const number = lines.find((one) => one.id === of)
    const path: Path = ['incomes', 'lines', i, 'of']
    if (!number) report(path, `编号“${of}”不在 lines.json 里`, '请改成已有的编号，或者在 lines.json 里补上')
    else if (!lineUnits[number.unit])
      report(
        path,
        `“${number.name}”的单位是“${number.unit}”，收入没法和它比`,
        `请改成单位是 ${Object.keys(lineUnits).join(' 或 ')} 的一条线`,
      )
  })
  const line = (path: Path, of: string | undefined) => {
    if (of !== undefined && !held.some((one) => one.id === of))
      report(path, `没有编号是“${of}”的线`, '请改成 incomes.json 的 lines 里已有的编号')
  }
  line(['incomes', 'grant', 'line'], grant?.line)
  line(['incomes', 'hardship', 'within'], hardship?.within)
  for (const [part, rule] of [
    ['grant', grant],
    ['hardship', hardship],
  ] as const)
    if (rule && !categories.some((one) => one.id === rule.category))
      report(
        ['incomes', part, 'category'],
        `类别“${rule.category}”不在 categories.json 里`,
        '请改成已有的类别编号，或者在 categories.json 里补上',
      )
}
