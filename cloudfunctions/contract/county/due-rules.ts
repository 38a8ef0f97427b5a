import * as z from 'zod'
import type { County } from '#domain/county/county'
import type { DueRule, Exclusion } from '#domain/county/due-rules'
import { addMonths } from '#domain/time/dates'
import { month } from '../call/dates'
import { category } from '../call/category'
import type { Path, Report } from './faults'
import { id, text } from './words'

const sourced = { source: text, unverified: z.boolean().optional() }
const grades = z.array(z.enum(['一级', '二级', '三级', '四级'])).min(1)
const categories = z.array(category).min(1)
const years = z.int().min(0).max(150)
const lastMonth = z.enum(['same', 'before'])
const amount = z.int().min(1).max(100_000_000)

/** What a programme says somebody is due, one after the other in time. */
export const dueRules = z
  .array(
    z.strictObject({
      from: month,
      until: month.optional(),
      to: z.strictObject({
        categories: categories.optional(),
        disability: z.strictObject({ kinds: z.array(text).min(1).optional(), grades: grades.optional() }).optional(),
        age: z.strictObject({ from: years.optional(), until: years.optional() }).optional(),
        pupil: z.literal(true).optional(),
      }),
      amount: z.union([
        z.strictObject({ by: z.enum(['register', 'list', 'plan']) }),
        z.strictObject({
          by: z.literal('rates'),
          per: z.enum(['month', 'period']),
          forEach: z.enum(['household', 'member']).optional(),
          rates: z.array(z.strictObject({ categories: categories.optional(), grades: grades.optional(), fen: amount })).min(1),
        }),
      ]),
      firstMonth: z.enum(['same', 'next']),
      lastMonth: z.strictObject({ died: lastMonth, exited: lastMonth, movedOut: lastMonth, changed: lastMonth }),
      payIn: z.int().min(1).max(24),
      backMonths: z.int().min(0).max(60),
      ...sourced,
    }),
  )
  .min(1) as unknown as z.ZodType<DueRule[]>

/** What cannot be drawn with it. */
export const exclusions = z
  .array(z.strictObject({ programme: id, stays: z.enum(['this', 'other']), from: month, ...sourced }))
  .min(1) as unknown as z.ZodType<Exclusion[]>

/** Rules follow each other without a hole, ask for what can be known of whom they are about, and exclude programmes that there are. */
export function checkDueRules({ programmes, categories: known }: County, report: Report): void {
  const pairs = new Set<string>()
  programmes.forEach(({ id: own, due = [], excludes = [], interval, paidTo }, i) => {
    due.forEach((rule, k) => {
      const at: Path = ['programmes', i, 'due', k]
      inTime(due, k, at, report)
      aboutWhom(rule, { paidTo, at }, report)
      const named = [
        ...(rule.to.categories ?? []),
        ...(rule.amount.by === 'rates' ? rule.amount.rates : []).flatMap((one) => one.categories ?? []),
      ]
      for (const one of named)
        if (!known.some((rule) => rule.id === one))
          report(at, `类别“${one}”不在 categories.json 里`, '请改成已有的类别编号，或者在 categories.json 里补上')
      if (interval === 'once' && (rule.amount.by === 'register' || rule.amount.by === 'rates'))
        report([...at, 'amount'], '一次性的项目不能按月、按标准算', '请写 {"by":"list"} 或 {"by":"plan"}')
    })
    excludes.forEach(({ programme }, k) => {
      const at: Path = ['programmes', i, 'excludes', k, 'programme']
      const pair = [own, programme].sort().join('/')
      if (programme === own) report(at, '项目不能和自己互斥', '请改成另一个项目的编号')
      else if (!programmes.some((one) => one.id === programme))
        report(at, `项目“${programme}”不在 programmes.json 里`, '请改成已有的项目编号')
      else if (pairs.has(pair)) report(at, `“${own}”和“${programme}”互斥写了两次`, '请只留一处')
      pairs.add(pair)
    })
  })
}

function inTime(rules: readonly DueRule[], k: number, at: Path, report: Report): void {
  const { from, until } = rules[k]!
  const before = rules[k - 1]
  if (until !== undefined && until < from) report([...at, 'until'], `最后一个月 ${until} 早于起始月 ${from}`, '请改正月份')
  if (!before) return
  if (before.from >= from) report([...at, 'from'], `起始月 ${from} 没有排在 ${before.from} 之后`, '请按月份从早到晚排好')
  else if (before.until !== undefined && before.until >= from)
    report([...at, 'from'], `${from} 到 ${before.until} 有两条规则`, '请把前一条的 until 改早，或者去掉')
  else if (before.until !== undefined && addMonths(before.until, 1) < from)
    report([...at, 'from'], `${before.until} 以后到 ${from} 以前没有规则`, '请补上这几个月的规则；这几个月不发的，金额写 {"by":"plan"}')
}

function aboutWhom({ to, amount }: DueRule, { paidTo, at }: { paidTo: 'head' | 'person'; at: Path }, report: Report): void {
  const { age } = to
  if (age?.from !== undefined && age.until !== undefined && age.until < age.from)
    report([...at, 'to', 'age'], `到 ${age.until} 岁早于从 ${age.from} 岁`, '请改正年龄')
  const computed = amount.by === 'register' || amount.by === 'rates'
  if (computed && Object.keys(to).length === 0) report([...at, 'to'], '没有写发给谁', '请写类别、残疾、年龄、在校里的一样或几样')
  if (computed && paidTo === 'head' && (!to.categories || to.disability || to.age || to.pupil))
    report([...at, 'to'], '按户发的，要写类别，不能写残疾、年龄、在校', '请改成类别；按人发的，请把 paidTo 写成 person')
  if (amount.by === 'register' && paidTo !== 'head')
    report([...at, 'amount'], '名册上的月保障金是一户的', '请把 paidTo 写成 head，或者改用别的算法')
  if (amount.by !== 'rates') return
  if (amount.forEach !== undefined && paidTo !== 'head') report([...at, 'amount', 'forEach'], '发给个人的不用写按户还是按人', '请去掉')
  if (paidTo === 'head' && amount.rates.some(({ grades }) => grades))
    report([...at, 'amount', 'rates'], '按户发的，标准不能分残疾等级', '请去掉，或者把 paidTo 写成 person')
}
