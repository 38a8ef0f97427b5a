import type { CaseList, CaseView } from '#contract/office/cases'
import type { office } from '#contract/office/actions'
import { casesSeenBy, casesWaitingFor } from '#affairs/cases/seen-by'
import type { Town } from '#domain/county/county'
import { mayOpenCase } from '#domain/work/case-powers'
import { areaOf } from '#domain/work/alert-powers'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { count, find } from '#store/db/read'
import type { Staff } from '#store/access/staff'
import { cases as allCases } from '#store/work/cases'
import { presentCaseRow } from './present'

const pageSize = 50

/** The cases that an officer sees, what is due first first; those that ended, the newest first. */
export const cases: Action<typeof office.cases> = async ({ view, after, ...wanted }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const filter = { $and: [casesSeenBy(on.county, one), ofView(on, one, view), chosen(wanted)] }
  const by = view === 'ended' ? ('endedOn' as const) : ('dueOn' as const)
  const [found, total] = await Promise.all([
    find(on.db, allCases, behind(filter, by, after), {
      order: [
        [by, by === 'endedOn' ? 'desc' : 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize + 1,
    }),
    count(on.db, allCases, filter),
  ])
  const page = found.slice(0, pageSize)
  const end = page.at(-1)
  const area = areaOf(on.county, one.agencyId)
  await recordLook(on, caller, { action: 'office.cases', granted: true, rows: page.length, ...(area !== undefined && { area }) })
  return {
    rows: page.map((about) => presentCaseRow(on, about)),
    total,
    ...(found.length > pageSize && end && { next: `${end[by]}/${end._id}` }),
    areas: on.county.towns.filter(({ code }) => mayOpenCase(on.county, code, one)).map(areaOfTown),
    towns: on.county.towns.filter(({ code }) => area === undefined || code === area).map(({ code, name }) => ({ id: code, name })),
  }
}

const areaOfTown = ({ code, name, villages }: Town): CaseList['areas'][number] => ({
  ...{ code, name },
  villages: villages.map((village) => ({ code: village.code, name: village.name })),
})

function ofView({ county, moment }: On, one: Staff, view: CaseView): Filter {
  if (view === 'waiting') return casesWaitingFor(county, one, moment.today)
  if (view === 'late') return { open: true, dueOn: { $lt: moment.today } }
  return { open: view === 'open' }
}

const chosen = ({ kind, state, town }: { kind?: string | undefined; state?: string | undefined; town?: string | undefined }): Filter => ({
  ...(kind !== undefined && { kind }),
  ...(state !== undefined && { state }),
  ...(town !== undefined && { townCode: town }),
})

/** Behind the last of the page before. */
function behind(filter: Filter, by: 'dueOn' | 'endedOn', after: string | undefined): Filter {
  if (after === undefined) return filter
  const [day, id = ''] = after.split('/')
  const beyond = by === 'dueOn' ? { $gt: day } : { $lt: day }
  return { $and: [filter, { $or: [{ [by]: beyond }, { [by]: day, _id: { $gt: id } }] }] }
}
