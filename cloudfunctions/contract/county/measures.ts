import * as z from 'zod'
import type { County } from '#domain/county/county'
import { workerRoles } from '#domain/access/staff'
import { ownHands } from '#domain/work/plans'
import { once, type Report } from './faults'
import { id, text } from './words'

/** Measures of plans 一户一策 as a pack may write them. */
export const measures = z.array(
  z.strictObject({
    id,
    name: text,
    answers: z.array(id).min(1),
    proof: text,
    programmes: z.array(id).min(1).optional(),
    source: text,
    unverified: z.boolean().optional(),
  }),
)

/** What they say about the rest of the pack: causes and programmes that are there, and an answer to every cause. */
export function checkMeasures({ measures: all, causes, programmes, agencies }: County, report: Report): void {
  once(
    all.map((one, i) => [['measures', i, 'id'], one.id]),
    '编号',
    report,
  )
  all.forEach(({ answers, programmes: with_ = [] }, i) => {
    const unknown = answers.find((cause) => !causes.some((one) => one.id === cause))
    if (unknown !== undefined) report(['measures', i, 'answers'], `原因“${unknown}”不在 causes.json 里`, '请改成已有的原因编号')
    const missing = with_.find((programme) => !programmes.some((one) => one.id === programme))
    if (missing !== undefined) report(['measures', i, 'programmes'], `项目“${missing}”不在 programmes.json 里`, '请改成已有的项目编号')
  })
  causes.forEach(({ id: cause, name }, i) => {
    if (!all.some(({ answers }) => answers.includes(cause)))
      report(['causes', i, 'id'], `没有一项帮扶措施对应“${name}”`, '请在 measures.json 里补一项')
  })
  agencies.forEach(({ id: agency }, i) => {
    if ([...workerRoles, ownHands].some((taken) => taken === agency))
      report(['agencies', i, 'id'], `编号“${agency}”在帮扶计划里另有意思`, '请换一个编号')
  })
}
