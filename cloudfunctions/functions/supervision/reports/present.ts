import type { ReportFile, ReportMessageRow, ReportRow } from '#contract/supervision/reports'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import { partsThatCame } from '#store/reports/parts'
import type { ListedReport } from '#store/reports/listed'
import type { Report } from '#store/reports/reports'

export function presentRow(
  { keys, moment }: On,
  { _id, receivedOn, state, category, dueOn, outcome, closedOn, destroyOn, caseSealed, letters, spamSaid }: ListedReport,
): ReportRow {
  const lastAnswer = letters.map(({ by }) => by).lastIndexOf('office')
  return {
    id: _id,
    receivedOn,
    state,
    late: dueOn !== null && dueOn < moment.today,
    unanswered: letters.length - 1 - lastAnswer,
    ...(category !== null && { category }),
    ...(dueOn !== null && { dueOn }),
    ...(outcome !== null && { outcome }),
    ...(closedOn !== null && { closedOn }),
    ...(destroyOn !== null && { destroyOn }),
    ...(spamSaid && { spamSaidBy: spamSaid.name }),
    ...(caseSealed !== null && { caseNo: open(keys, caseSealed) }),
  }
}

/** A report with its letters, sealed as they came, and how much of their photos has come. */
export async function presentFile(on: On, report: Report): Promise<ReportFile> {
  const withPhotos = report.letters.filter(({ announced }) => announced > 0)
  const came = await partsThatCame(
    on.db,
    withPhotos.map(({ id }) => id),
  )
  const messages = report.letters.map(({ id, by, day, keys, sealed, announced }): ReportMessageRow => ({
    id,
    side: by,
    day,
    keys,
    sealed,
    announced,
    parts: came.filter(({ message, index }) => message === id && index < announced).length,
  }))
  return { row: presentRow(on, report), messages }
}
