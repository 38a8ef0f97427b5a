import type { supervision } from '#contract/supervision/actions'
import { partsOfPhoto } from '#domain/sealing/sizes'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { partsOf } from '#store/reports/parts'
import { officeFigures } from '#store/reports/figures'
import { reportsOf } from '#store/reports/listed'
import { ownOffice, ownReport } from './own-report'
import { presentFile, presentRow } from './present'

const pageSize = 50

/** The post of the caller's office. The cursor is the last one's day and id. */
export const reports: Action<typeof supervision.reports> = async ({ open, after }, on) => {
  const { caller, office } = await ownOffice(on, 'supervision.reports')
  const [day = '', last = ''] = after?.split('/') ?? []
  const [found, figures] = await Promise.all([
    reportsOf(on.db, office.id, open, pageSize + 1, after ? { day, id: last } : undefined),
    officeFigures(on.db, office.id, on.moment.today),
  ])
  const page = found.slice(0, pageSize)
  const end = page.at(-1)
  // Not how many there were: two looks, a report apart, would date it.
  await recordLook(on, caller, { action: 'supervision.reports', granted: true })
  return {
    office: { id: office.id, name: office.name },
    rows: page.map((report) => presentRow(on, report)),
    figures,
    ...(found.length > pageSize && end && { next: `${open ? end.dueOn : end.receivedOn}/${end._id}` }),
  }
}

export const reportFile: Action<typeof supervision.reportFile> = async ({ id }, on) =>
  presentFile(on, await ownReport(on, 'supervision.reportFile', id))

/** One photo of a letter, sealed as it came. */
export const reportPhoto: Action<typeof supervision.reportPhoto> = async ({ id, message, first }, on) => {
  const report = await ownReport(on, 'supervision.reportPhoto', id)
  const letter = report.letters.find((one) => one.id === message && one.by === 'reporter')
  const isPhoto = letter && first % partsOfPhoto === 0 && first + partsOfPhoto <= letter.announced
  const parts = isPhoto ? await partsOf(on.db, message, first, partsOfPhoto) : []
  if (parts.length < partsOfPhoto) throw refusals.notFound('这张照片没有送全，打不开。可以在答复里请举报人再送一次。')
  return { parts: parts.map(({ sealed }) => sealed) }
}
