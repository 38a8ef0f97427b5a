import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { medianOf } from '#domain/work/median'
import type { Db, Filter } from '#store/db/collection'
import { aggregate } from '#store/db/read'
import { quarantine, stillOpen, warnings } from '#store/intake/quarantine'
import { agencyName } from './lists'

/** How rows live at one agency: open ones and the oldest, mended ones and in how many days half of them were. */
export interface Lives {
  agencyId: string | null
  agency: string
  open: number
  mended: number
  /** Warnings that nobody has looked at. */
  unseen: number
  oldest: Day | null
  medianDays: number | null
}

/** Of each agency that has or had any, or of one alone (`own`); whoever has most open rows first. Counted from the rows themselves. */
export async function livesOf(db: Db, county: Pick<County, 'agencies' | 'duties'>, own: string | null): Promise<Lives[]> {
  const of: Filter = own === null ? {} : { agencyId: own }
  const [open, mended, unseen] = await Promise.all([
    aggregate<{ _id: string | null; rows: number; oldest: Day }>(db, quarantine, [
      { $match: { ...of, ...stillOpen } },
      { $group: { _id: '$agencyId', rows: { $sum: 1 }, oldest: { $min: '$since' } } },
    ]),
    aggregate<{ _id: { agencyId: string | null; days: number }; rows: number }>(db, quarantine, [
      { $match: { ...of, state: 'mended' } },
      { $group: { _id: { agencyId: '$agencyId', days: '$ended.days' }, rows: { $sum: 1 } } },
    ]),
    aggregate<{ _id: string | null; rows: number }>(db, warnings, [
      { $match: { ...of, seen: null } },
      { $group: { _id: '$agencyId', rows: { $sum: 1 } } },
    ]),
  ])
  const all = new Set([...[...open, ...unseen].map(({ _id }) => _id ?? null), ...mended.map(({ _id }) => _id.agencyId ?? null)])
  return [...all]
    .map((agencyId): Lives => {
      const waiting = open.find(({ _id }) => (_id ?? null) === agencyId)
      const done = mended.filter(({ _id }) => (_id.agencyId ?? null) === agencyId)
      return {
        ...{ agencyId, agency: agencyName(county, agencyId), open: waiting?.rows ?? 0 },
        mended: done.reduce((sum, { rows }) => sum + rows, 0),
        unseen: unseen.find(({ _id }) => (_id ?? null) === agencyId)?.rows ?? 0,
        oldest: waiting?.oldest ?? null,
        medianDays: medianOf(done.map(({ _id: { days }, rows }) => ({ value: days, count: rows }))),
      }
    })
    .sort((a, b) => b.open - a.open || a.agency.localeCompare(b.agency))
}
