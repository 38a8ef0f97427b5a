import type { supervision } from '#contract/supervision/actions'
import type { PlanListView, PlanRow } from '#contract/supervision/plans'
import { areaOf } from '#domain/work/alert-powers'
import { seesAllPlans } from '#domain/work/plan-powers'
import { causeName } from '#affairs/plans/present'
import { plansSeenBy } from '#affairs/plans/seen-by'
import { areaName } from '#affairs/grants/present-grant'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { count, find } from '#store/db/read'
import { plans as allPlans, type Plan } from '#store/work/plans'

const pageSize = 50
const fields = ['householdId', 'villageCode', 'who', 'state', 'outline', 'nextUntil']

/** The plans that an officer sees. */
export const plans: Action<typeof supervision.plans> = async ({ view, town, cause, after }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const { county, moment } = on
  const filter = {
    $and: [plansSeenBy(county, one), ofView(view, moment.today), town ? { townCode: town } : {}, cause ? { causeIds: cause } : {}],
  }
  const beyond = after === undefined ? filter : { $and: [filter, { _id: { $gt: after } }] }
  const [found, total] = await Promise.all([
    find(on.db, allPlans, beyond, { order: [['_id', 'asc']], limit: pageSize + 1, fields }),
    count(on.db, allPlans, filter),
  ])
  const page = found.slice(0, pageSize)
  const end = page.at(-1)
  const area = areaOf(county, one.agencyId)
  await recordLook(on, caller, { action: 'supervision.plans', granted: true, rows: page.length, ...(area !== undefined && { area }) })
  return {
    rows: page.map((about) => presentRow(on, about)),
    total,
    ...(found.length > pageSize && end && { next: end._id }),
    towns: county.towns
      .filter(({ code }) => area === undefined || code === area || seesAllPlans(county, one))
      .map(({ code, name }) => ({ id: code, name })),
    causes: county.causes.map(({ id, name }) => ({ id, name })),
  }
}

function ofView(view: PlanListView, today: string): Filter {
  if (view === 'waiting') return { state: { $in: ['asked', 'revising'] } }
  if (view === 'late') return { nextUntil: { $lt: today, $ne: null } }
  return view === 'standing' ? { state: { $in: ['standing', 'revising'] } } : {}
}

const presentRow = ({ county, moment }: On, { householdId, villageCode, who, state, outline, nextUntil }: Plan): PlanRow => ({
  ...{ householdId, who, state, place: areaName(county, villageCode) },
  causes: outline.causes.map(({ id }) => causeName(county, id)),
  open: outline.measures.filter((one) => one.state === 'open').length,
  done: outline.measures.filter((one) => one.state === 'done').length,
  ...(nextUntil !== null && { nextUntil }),
  late: nextUntil !== null && nextUntil < moment.today,
})
