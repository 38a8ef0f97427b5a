import type { MoneySumRow, MoneySums } from '#contract/supervision/money'
import type { supervision } from '#contract/supervision/actions'
import { moneySeenBy, seesAllMoney } from '#affairs/ledger/seen-by'
import { askIfStale, reconcileJob } from '#affairs/ledger/ask'
import { reconciling } from '#affairs/ledger/reconciling'
import { outstandingNames, type OutstandingReason } from '#domain/money/claims'
import { fen, sumFen, type Fen } from '#domain/money/money'
import { areaOf } from '#domain/work/alert-powers'
import type { Month } from '#domain/time/dates'
import type { KindOfJob } from '#kernel/jobs/kind'
import { workOn } from '#kernel/jobs/work'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Filter } from '#store/db/collection'
import { aggregate, findEach } from '#store/db/read'
import { moneySums as allSums, type MoneySum } from '#store/money/claims'
import { receipts } from '#store/money/money'
import { findJob } from '#store/work/jobs'
import { daysLain, namedProgramme, namedTown } from './present'

/** So long a call counts anew what is not counted yet, in ms: little is there at once, and much goes on with the next call. */
const workMs = 2_000
const mostMonths = 12

/** A month's money by programme and town, as far as the caller's agency answers for it; counted anew where something came since. */
export const moneySums: Action<typeof supervision.moneySums> = async ({ month, programme, town }, on): Promise<MoneySums> => {
  const caller = await on.caller()
  const one = caller.staff!
  const seen = moneySeenBy(on.county, one)
  await askIfStale(on, month)
  await workOn([reconciling as KindOfJob], { until: Date.now() + workMs }, reconcileJob(month))
  const [found, months, byMonth, withoutPlan, job] = await Promise.all([
    findEach(on.db, allSums, { $and: [seen, { month }, chosen(programme, town)] }),
    aggregate<{ _id: Month }>(on.db, allSums, [{ $match: seen }, { $group: { _id: '$month' } }]),
    sumsByMonth(on, { $and: [seen, chosen(programme, town)] }),
    seesAllMoney(on.county, one) ? movedWithoutPlan(on, month) : undefined,
    findJob(on.db, reconcileJob(month)),
  ])
  await recordLook(on, caller, { action: 'supervision.moneySums', granted: true, rows: found.length })
  const counted = found.map(({ reconciledAt }) => reconciledAt).sort()[0]
  return {
    sums: found.map((sum) => presentSum(on, sum)).sort(inOrder(on)),
    all: together(found),
    ...(withoutPlan && { withoutPlan }),
    months: months
      .map(({ _id }) => _id)
      .sort()
      .reverse(),
    byMonth,
    ...choices(on, one),
    ...(counted !== undefined && { reconciledAt: counted }),
    counting: job?.state === 'waiting',
  }
}

export const chosen = (programme: string | undefined, town: string | undefined) => ({
  ...(programme !== undefined && { programme }),
  ...(town !== undefined && { townCode: town }),
})

function presentSum({ county, moment: { today } }: On, sum: MoneySum): MoneySumRow {
  const { month, claims, dueFen, creditedFen, surplusFen, disputed, oldestSince } = sum
  return {
    ...{ month, claims, dueFen, creditedFen, surplusFen, disputed },
    programme: namedProgramme(county, sum.programme),
    town: namedTown(county, sum.townCode),
    outstandingFen: sumFen(Object.values(sum.outstandingFen)),
    outstanding: partsOf([sum]),
    ...(oldestSince !== null && { oldestSince, lainDays: daysLain(oldestSince, today) }),
  }
}

const together = (sums: readonly MoneySum[]): MoneySums['all'] => ({
  claims: sums.reduce((all, { claims }) => all + claims, 0),
  disputed: sums.reduce((all, { disputed }) => all + disputed, 0),
  dueFen: sumFen(sums.map(({ dueFen }) => dueFen)),
  creditedFen: sumFen(sums.map(({ creditedFen }) => creditedFen)),
  surplusFen: sumFen(sums.map(({ surplusFen }) => surplusFen)),
  outstandingFen: sumFen(sums.flatMap(({ outstandingFen }) => Object.values(outstandingFen))),
  outstanding: partsOf(sums),
})

const partsOf = (sums: readonly MoneySum[]): MoneySums['all']['outstanding'] =>
  (Object.keys(outstandingNames) as OutstandingReason[]).flatMap((reason) => {
    const all = sumFen(sums.map(({ outstandingFen }) => outstandingFen[reason] ?? fen(0)))
    return all === 0 ? [] : [{ reason, name: outstandingNames[reason], fen: all }]
  })

/** As the pack has its programmes and towns; those on no register last. */
function inOrder({ county }: On): (a: MoneySumRow, b: MoneySumRow) => number {
  const place = (id: string, list: readonly { id: string }[]) => (list.findIndex((one) => one.id === id) + 1 || list.length + 1) - 1
  const towns = county.towns.map(({ code }) => ({ id: code }))
  return (a, b) =>
    place(a.programme.id, county.programmes) - place(b.programme.id, county.programmes) || place(a.town.id, towns) - place(b.town.id, towns)
}

function choices({ county }: On, one: Staff): Pick<MoneySums, 'programmes' | 'towns'> {
  const area = areaOf(county, one.agencyId)
  const all = seesAllMoney(county, one)
  const own = county.programmes.filter(({ agency }) => all || area !== undefined || agency === one.agencyId)
  const places = county.towns.filter(({ code }) => area === undefined || code === area || own.some(({ agency }) => agency === one.agencyId))
  return {
    programmes: own.map(({ id, name }) => ({ id, name })),
    towns: [...places.map(({ code }) => namedTown(county, code)), ...(area === undefined ? [namedTown(county, '')] : [])],
  }
}

/** Month by month; what has not come is what was due and not credited. */
async function sumsByMonth({ db }: On, filter: Filter): Promise<MoneySums['byMonth']> {
  const total = (field: keyof MoneySum) => ({ $sum: `$${field}` })
  const groups = await aggregate<{ _id: Month } & Pick<MoneySum, 'claims' | 'dueFen' | 'creditedFen' | 'surplusFen' | 'disputed'>>(
    db,
    allSums,
    [
      { $match: filter },
      {
        $group: {
          _id: '$month',
          ...{ claims: total('claims'), dueFen: total('dueFen'), creditedFen: total('creditedFen') },
          ...{ surplusFen: total('surplusFen'), disputed: total('disputed') },
        },
      },
    ],
  )
  return groups
    .map(({ _id, ...sums }) => ({ month: _id, ...sums, outstandingFen: fen(sums.dueFen - sums.creditedFen) }))
    .sort((a, b) => b.month.localeCompare(a.month))
    .slice(0, mostMonths)
}

async function movedWithoutPlan({ db }: On, month: Month): Promise<{ lines: number; fen: Fen }> {
  const [moved] = await aggregate<{ lines: number; fen: Fen }>(db, receipts, [
    { $match: { month, paymentId: null, state: 'credited' } },
    { $group: { _id: null, lines: { $sum: 1 }, fen: { $sum: '$amountFen' } } },
  ])
  return { lines: moved?.lines ?? 0, fen: moved?.fen ?? fen(0) }
}
