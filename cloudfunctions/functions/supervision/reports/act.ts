import { randomBytes } from 'node:crypto'
import type { ReportOffice } from '#domain/county/report-rules'
import { canBe, startsOf } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { reportActs, reportStateNames, type ReportAct, type ReportState } from '#domain/work/reports'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'
import { changeReport, findReport, type Report, type ReportLetter } from '#store/reports/reports'
import { noReport, ownOffice } from './own-report'

const names: Record<ReportAct, string> = {
  accept: '受理',
  answer: '答复',
  transfer: '转立案',
  pass: '转给别的单位',
  close: '办结',
  spam: '标为不是举报',
}

/** The office's word to the reporter, sealed at its desk. */
export const answerLetter = ({ moment }: On, sealed: string): ReportLetter => ({
  id: randomBytes(16).toString('hex'),
  by: 'office',
  day: moment.today,
  sealed,
  keys: [],
  announced: 0,
})

/** Does one thing with a report of the caller's office, if it stands where that can be done, and nobody else does something first. */
export async function perform(
  on: On,
  what: ReportAct,
  id: string,
  become: (report: Report, office: ReportOffice, officer: Staff) => Filter,
): Promise<Report> {
  const action = `supervision.${what}Report`
  const { office } = await ownOffice(on, action)
  const isOwn = (report: Report): boolean => report.office === office.id
  return act(on, {
    action,
    find: () => findReport(on.db, id),
    look: () => ({ about: { kind: 'report', id } }),
    may: (report) => isOwn(report) && canBe(reportActs, what, report.state),
    whoMay: (report) => (isOwn(report) ? standsElsewhere(what, report.state) : undefined),
    become: (report, officer) => become(report, office, officer),
    change: (report, change) => changeReport(on.db, report, change),
    gone: noReport,
    late: () => refusals.badInput('刚刚有人动过这封举报，或者来了新的补充。请刷新，看过再做。您写的字还在。'),
  })
}

function standsElsewhere(what: ReportAct, state: ReportState): Refusal {
  const where = startsOf(reportActs, what)
    .map((from) => `“${reportStateNames[from]}”`)
    .join('、')
  return refusals.badInput(`这封举报现在是“${reportStateNames[state]}”，要在${where}的时候才能${names[what]}。您写的字还在。`)
}
