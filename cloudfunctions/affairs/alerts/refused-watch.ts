import { rowsSentBack } from '#domain/alerts/detectors/rows-sent-back'
import { reasonName } from '#domain/files/reason-names'
import type { AtWork } from '#kernel/jobs/kind'
import { aggregate, findById } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { quarantine, stillOpen } from '#store/intake/quarantine'
import { keepFindings, type Kept } from './keep-findings'
import type { Watch } from './watch'

type On = Pick<AtWork, 'db' | 'county' | 'moment'>

/** Rows that were sent back and wait to be mended. A scope is an import. */
export const refusedWatch: Watch = {
  detectors: ['rows_sent_back'],
  async scopes({ db }) {
    const found = await aggregate<{ _id: string }>(db, quarantine, [{ $match: stillOpen }, { $group: { _id: '$importId' } }])
    return found.map(({ _id }) => _id)
  },
  look: async (on, importId) => ({ rows_sent_back: await sentBackOf(on, importId) }),
}

/** The same at once, when a file has been read or rows of it were mended. */
export const watchRefused = async (on: On, importId: string): Promise<Kept> =>
  keepFindings(on, { detector: 'rows_sent_back', scope: importId }, await sentBackOf(on, importId))

async function sentBackOf({ db, county }: On, importId: string) {
  const [kept, reasons] = await Promise.all([
    findById(db, imports, importId),
    aggregate<{ _id: { code: string; agencyId: string | null } }>(db, quarantine, [
      { $match: { importId, ...stillOpen } },
      { $group: { _id: { code: '$code', agencyId: '$agencyId' } } },
    ]),
  ])
  return rowsSentBack({
    importId,
    fileName: kept?.fileName ?? '',
    agencyId: reasons.find(({ _id }) => _id.agencyId)?._id.agencyId ?? county.duties.data,
    reasons: reasons.map(({ _id: { code } }) => ({ code, name: reasonName(code) })).sort((a, b) => a.code.localeCompare(b.code)),
  })
}
