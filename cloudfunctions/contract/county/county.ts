import * as z from 'zod'
import type { County } from '#domain/county/county'
import { policyIcons } from '#domain/county/policy-icons'
import { householdParts } from '#domain/register/register'
import { retentionKinds } from '#domain/county/retention'
import { workerRoles } from '#domain/access/staff'
import { checkReferences } from './checks'
import { day } from '../call/dates'
import { fileKinds } from '../intake/file-kinds'
import { caseRules } from './case-rules'
import { measures } from './measures'
import { schemeRules } from './scheme-rules'
import { visitRules } from './visit-rules'
import { bankFile } from './bank-file'
import { category } from '../call/category'
import { categories } from './categories'
import { columns } from './columns'
import { dueRules, exclusions } from './due-rules'
import { likeness } from './likeness'
import { incomes } from './incomes'
import { precedence } from './precedence'
import { reports } from './report-rules'
import { id, text } from './words'

/** The county pack as it may be written: unknown keys are refused, so that a misspelt one is found and not ignored. */

const alias = z.strictObject({ name: text, from: day.optional(), until: day.optional(), source: text })

const village = z.strictObject({
  code: z.string().regex(/^\d{12}$/),
  name: text,
  kind: z.enum(['village', 'community', 'residents-committee']),
  aliases: z.array(text),
})

const town = z.strictObject({
  code: z.string().regex(/^\d{9}$/),
  name: text,
  source: text.optional(),
  aliases: z.array(alias),
  villages: z.array(village).min(1),
})

const fileKind = z.string().refine((kind) => (fileKinds as readonly string[]).includes(kind), '不是认得的表')

const agency = z.strictObject({
  id,
  name: text,
  aliases: z.array(text),
  area: z
    .string()
    .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
    .optional(),
  files: z
    .array(z.strictObject({ kind: fileKind, everyDays: z.int().min(1), source: text, unverified: z.boolean().optional() }))
    .optional(),
})

const programme = z.strictObject({
  id,
  name: text,
  aliases: z.array(text),
  interval: z.enum(['monthly', 'quarterly', 'term', 'yearly', 'once']),
  paidTo: z.enum(['person', 'head']),
  paysCategory: category.optional(),
  due: dueRules.optional(),
  excludes: exclusions.optional(),
  agency: id,
  article: id.optional(),
  icon: z.enum(policyIcons).optional(),
  source: text,
})

const results = {
  credited: z.array(text),
  failed: z.array(text),
  returned: z.array(text),
  source: text,
  unverified: z.boolean().optional(),
}
const banks = z.strictObject({
  common: z.strictObject(results),
  banks: z.array(
    z.strictObject({
      id,
      name: text,
      names: z.array(text),
      ...results,
      cards: z.array(z.string().regex(/^\d{2,10}$/)).optional(),
      file: bankFile.optional(),
      repeatsSerial: z.boolean().optional(),
    }),
  ),
})

const parameter = z.strictObject({
  id,
  name: text,
  unit: text,
  values: z.array(z.strictObject({ from: day, value: z.number(), source: text, unverified: z.boolean().optional() })).min(1),
})

const cause = z.strictObject({
  id,
  name: text,
  nature: z.enum(['permanent', 'shock', 'stage']),
  strategy: text,
  source: text,
  unverified: z.boolean().optional(),
})

const purpose = z.strictObject({
  id,
  label: text,
  roles: z.array(z.enum([...workerRoles, 'officer'])).min(1),
  parts: z.array(z.enum(householdParts)),
})

/** A message's template at a platform, and its field that bears the words. */
const template = z.strictObject({ template: text, field: text })

const texts = z.strictObject({
  helpLine: z.strictObject({ label: text, phone: z.string().regex(/^[\d-]{5,}$/) }),
  lostCode: text,
  cardAdvice: z.array(text).min(1),
  bankReasons: z.array(z.strictObject({ code: text, reason: text, advice: text })),
  pledges: z.strictObject({ head: text, 'data-officer': text }),
  poster: z.tuple([text, text, text]),
  sameWords: z.array(z.array(text).min(2)),
  arrivals: z
    .strictObject({
      words: text.max(20),
      hours: z.tuple([z.int().min(0).max(23), z.int().min(1).max(24)]),
      wechat: template.optional(),
      alipay: template.optional(),
      source: text,
    })
    .optional(),
})

const privacy = z.strictObject({
  updatedOn: day,
  sections: z.array(z.strictObject({ title: text, lines: z.array(text).min(1) })).min(1),
  retention: z.array(
    z.strictObject({
      id: z.enum(retentionKinds),
      what: text,
      since: text,
      days: z.int().min(1).max(36_500).nullable(),
      why: text,
      source: text,
      unverified: z.boolean().optional(),
    }),
  ),
})

const article = z.strictObject({
  id,
  column: z.enum(['policy', 'news']),
  title: text,
  summary: text,
  who: text.optional(),
  howMuch: text.optional(),
  howToAsk: text.optional(),
  body: z.array(text).min(1),
  sourceDocument: text.optional(),
  sourceDate: day.optional(),
  publishedOn: day,
  validUntil: day.optional(),
})

/** A whole county pack: the shape first, then what the parts say about each other. */
export const county = z
  .strictObject({
    code: z.string().regex(/^\d{6}$/),
    name: text,
    codeHost: z.string().regex(/^[a-z0-9.-]+(:\d+)?$/),
    duties: z.strictObject({ discipline: id, data: id, finance: id }),
    sources: z.record(z.enum(householdParts), id),
    towns: z.array(town).min(1),
    agencies: z.array(agency).min(1),
    categories,
    programmes: z.array(programme).min(1),
    banks,
    lines: z.array(parameter),
    incomes,
    norms: z.array(parameter),
    causes: z.array(cause),
    measures,
    purposes: z.array(purpose).min(1),
    cases: caseRules,
    schemes: schemeRules,
    visits: visitRules,
    texts,
    privacy,
    reports,
    columns,
    precedence,
    likeness,
    articles: z.array(article),
  })
  .superRefine(checkReferences)

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/** Fails to compile when the schema and `County` part ways; nobody need import it. @public */
export const schemaIsCounty: Same<z.output<typeof county>, County> = true
