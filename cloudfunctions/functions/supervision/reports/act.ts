import { randomBytes } from 'node:crypto'
import type { ReportOffice } from '#domain/county/county'
import { reportActs, reportStateNames, type ReportAct } from '#domain/work/reports'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'
import { act, type Report, type ReportLetter } from '#store/reports/reports'
import { ownReport } from './own-report'

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
  change: (report: Report, office: ReportOffice, officer: Staff) => Filter,
): Promise<Report> {
  const { caller, office, report } = await ownReport(on, `supervision.${what}Report`, id)
  if (!reportActs[what].includes(report.state)) {
    const where = reportActs[what].map((state) => `“${reportStateNames[state]}”`).join('、')
    throw refusals.badInput(`这封举报现在是“${reportStateNames[report.state]}”，要在${where}的时候才能${names[what]}。您写的字还在。`)
  }
  const done = await act(on.db, report, change(report, office, caller.staff!))
  if (!done) throw refusals.badInput('刚刚有人动过这封举报，或者来了新的补充。请刷新，看过再做。您写的字还在。')
  return done
}
