import type { supervision } from '#contract/supervision/actions'
import type { AlertList, AlertView } from '#contract/supervision/alerts'
import { normOn } from '#domain/county/parameters'
import { countWords, seenBy, waitingFor } from '#affairs/alerts/seen-by'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'
import { countAlerts, listAlerts } from '#store/work/alert-lists'
import { presentRow } from './present'

const pageSize = 50

/** What an officer sees of the alerts, the most serious first. `today` is never more than a day can hold. */
export const alerts: Action<typeof supervision.alerts> = async ({ view, after, ...wanted }, on): Promise<AlertList> => {
  const caller = await on.caller()
  const one = caller.staff!
  const aDay = normOn(on.county, 'alerts-a-day', on.moment.today)
  const size = view === 'today' ? aDay : pageSize
  const filter = filterOf(on, one, view, wanted)
  const [rank, last = ''] = after?.split('/') ?? []
  const [found, total, words] = await Promise.all([
    listAlerts(on.db, filter, size + 1, rank === undefined ? undefined : { rank: Number(rank), id: last }),
    countAlerts(on.db, filter),
    countWords(on.db, on.county, one, on.moment.today),
  ])
  const page = found.slice(0, size)
  const end = page.at(-1)
  await recordLook(on, caller, { action: 'supervision.alerts', granted: true, rows: page.length })
  return {
    rows: page.map((alert) => presentRow(on, alert)),
    ...{ total, aDay, words },
    behind: view === 'today' ? total - page.length : 0,
    agencies: on.county.agencies.map(({ id, name }) => ({ id, name })),
    towns: on.county.towns.map(({ code, name }) => ({ id: code, name })),
    ...(view !== 'today' && found.length > size && end && { next: `${end.rank}/${end._id}` }),
  }
}

type Wanted = Omit<Parameters<typeof alerts>[0], 'view' | 'after'>

/** What an officer sees of a view, of what they chose in it. */
export const filterOf = (on: On, one: Staff, view: AlertView, wanted: Wanted): Filter => ({
  $and: [seenBy(on.county, one), ofView(on, one, view), chosen(wanted)],
})

function ofView({ county, moment }: On, one: Staff, view: AlertView): Filter {
  if (view === 'today' || view === 'waiting') return waitingFor(county, one, moment.today)
  if (view === 'late') return { open: true, dueOn: { $lt: moment.today } }
  return { open: view === 'open' }
}

const chosen = ({ word, detector, state, town, agency }: Wanted): Filter => ({
  ...(word !== undefined && { word }),
  ...(detector !== undefined && { detector }),
  ...(state !== undefined && { state }),
  ...(town !== undefined && { townCode: town }),
  ...(agency !== undefined && { $or: [{ handedTo: agency }, { handedTo: null, agencyId: agency }] }),
})
