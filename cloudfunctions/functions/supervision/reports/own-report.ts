import type { ReportOffice } from '#domain/county/report-rules'
import type { Caller } from '#kernel/access/authorize'
import { Refusal, refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { On } from '#kernel/call/on'
import { findReport, type Report } from '#store/reports/reports'

/**
 * The caller and the report office that they belong to. What comes to it is its own post: it needs no grant. @throws Refusal
 * that is on record.
 */
export async function ownOffice(on: On, action: string): Promise<{ caller: Caller; office: ReportOffice }> {
  const caller = await on.caller()
  const office = on.county.reports.offices.find(({ agency }) => agency === caller.staff!.agencyId)
  if (office) return { caller, office }
  await recordLook(on, caller, { action, granted: false })
  throw new Refusal(
    'not-allowed',
    `举报只有受理单位的人能打开，本单位不是；由${on.county.reports.offices.map(({ name }) => name).join('、')}的人来办。要举报，请走群众的举报入口。`,
  )
}

/** Unknown and another office's answer alike. */
export const noReport = () => refusals.notFound('没有这封举报：可能已经转走，或者到期销毁了。请回到列表刷新。')

/** A report of the caller's office; that they asked for it is on record, not what is in it. */
export async function ownReport(on: On, action: string, id: string): Promise<Report> {
  const { caller, office } = await ownOffice(on, action)
  const report = await findReport(on.db, id)
  const isOwn = report?.office === office.id
  await recordLook(on, caller, { action, granted: isOwn, about: { kind: 'report', id } })
  if (!isOwn) throw noReport()
  return report
}
