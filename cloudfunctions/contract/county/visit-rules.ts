import * as z from 'zod'
import type { County } from '#domain/county/county'
import { workerRoles } from '#domain/access/staff'
import { category } from '../call/category'
import { once, type Report } from './faults'
import { id, text } from './words'

const said = { source: text, unverified: z.boolean().optional() }
const everyDays = z.int().min(1).max(366)
const age = z.int().min(1).max(120).optional()

/** Visits as a pack may write them. */
export const visitRules = z.strictObject({
  fields: z.array(
    z.strictObject({
      id,
      label: text,
      kind: z.enum(['choice', 'number', 'yuan', 'words']),
      options: z
        .array(z.strictObject({ id, name: text, gone: z.boolean().optional() }))
        .min(2)
        .optional(),
      unit: text.optional(),
      tables: z.array(text),
      roles: z.array(z.enum(workerRoles)).min(1).optional(),
      ...said,
    }),
  ),
  needs: z.array(z.strictObject({ id, name: text, agency: id, ...said })).min(1),
  due: z.array(
    z.strictObject({ id, name: text, role: z.enum(workerRoles), everyDays, categories: z.array(category).min(1).optional(), ...said }),
  ),
  care: z.array(z.strictObject({ id, name: text, field: id, is: z.array(id).min(1), fromAge: age, underAge: age, everyDays, ...said })),
})

/** What the parts of it say about each other, and about the rest of the pack. */
export function checkVisits({ visits, agencies }: County, report: Report): void {
  for (const part of ['fields', 'needs', 'due', 'care'] as const)
    once(
      visits[part].map((one, i) => [['visits', part, i, 'id'], one.id]),
      '编号',
      report,
    )
  visits.fields.forEach(({ kind, options, id: field }, i) => {
    if ((kind === 'choice') !== (options !== undefined))
      report(
        ['visits', 'fields', i, 'options'],
        `“${field}”是${kind === 'choice' ? '选择，却没有' : '填写，却有'}选项`,
        '请补上选项，或者改类型',
      )
  })
  visits.needs.forEach(({ agency }, i) => {
    if (agency !== 'town' && !agencies.some((one) => one.id === agency))
      report(['visits', 'needs', i, 'agency'], `机构“${agency}”不在 agencies.json 里`, '请改成已有的机构编号，或者写 town（本乡镇）')
  })
  visits.care.forEach(({ field, is }, i) => {
    const options = visits.fields.find((one) => one.id === field)?.options ?? []
    const unknown = is.find((one) => !options.some((option) => option.id === one))
    if (unknown !== undefined) report(['visits', 'care', i, 'is'], `走访表的“${field}”没有选项“${unknown}”`, '请改成这一项已有的选项')
  })
}
