import * as z from 'zod'
import type { County } from '#domain/county/county'
import type { CategoryRule } from '#domain/county/categories'
import { compactOf } from '#domain/files/cells'
import { once, type Path, type Report } from './faults'
import { id, text } from './words'

/** What a household may be on the register as. */
export const categories = z
  .array(
    z.strictObject({
      id,
      name: text,
      aliases: z.array(text).min(1),
      onlyAlone: z.boolean().optional(),
      monthly: z.boolean(),
      expiresAfterMonths: z.int().min(1).max(120).optional(),
      covers: z.enum(['household', 'single']),
      kind: z.enum(['aid', 'watch']),
      countedAs: text.optional(),
      line: id.optional(),
      source: text,
      unverified: z.boolean().optional(),
    }),
  )
  .min(1) as unknown as z.ZodType<CategoryRule[]>

/** A name or alias means one category, and what a programme pays is a category with a monthly grant. */
export function checkCategories({ categories: rules, programmes, incomes }: County, report: Report): void {
  once(
    rules.map((rule, i) => [['categories', i, 'id'], rule.id]),
    '编号',
    report,
  )
  once(
    rules.map((rule, i) => [['categories', i, 'name'], rule.name]),
    '类别名称',
    report,
  )
  once(
    rules.flatMap(({ aliases }, i) => aliases.map((alias, k): [Path, string] => [['categories', i, 'aliases', k], alias])),
    '类别的写法',
    report,
  )
  rules.forEach(({ aliases }, i) =>
    aliases.forEach((alias, k) => {
      if (compactOf(alias) !== alias) report(['categories', i, 'aliases', k], `“${alias}”里有空格或者全角字符`, '请去掉')
    }),
  )
  rules.forEach(({ line }, i) => {
    if (line !== undefined && !incomes.lines.some(({ id }) => id === line))
      report(['categories', i, 'line'], `收入线“${line}”不在 incomes.json 里`, '请改成已有的收入线编号，或者在 incomes.json 里补上')
  })
  programmes.forEach(({ paysCategory }, i) => {
    if (paysCategory === undefined) return
    const rule = rules.find((one) => one.id === paysCategory)
    const path: Path = ['programmes', i, 'paysCategory']
    if (!rule) report(path, `类别“${paysCategory}”不在 categories.json 里`, '请改成已有的类别编号，或者在 categories.json 里补上')
    else if (!rule.monthly)
      report(path, `类别“${rule.name}”没有按月的钱`, '请改成按月发钱的类别，或者在 categories.json 里把它的 monthly 写成 true')
  })
}
