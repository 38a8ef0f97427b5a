import { normOn } from '#domain/county/parameters'
import { selfPaidOver, type Bill, type Payer } from '#domain/alerts/detectors/self-paid'
import { fen } from '#domain/money/money'
import type { AtWork } from '#kernel/jobs/kind'
import { findEach, findIn } from '#store/db/read'
import { medicalBills } from '#store/people/medical'
import { households, persons } from '#store/people/register'
import type { Watch } from './watch'

/** What people paid for treatment themselves: a scope is a year. */
export const medicalWatch: Watch = {
  detectors: ['household_self_paid_over', 'new_poverty_risk'],
  async scopes({ db, moment }) {
    const told = await findEach(db, medicalBills, { to: { $gte: `${Number(moment.today.slice(0, 4)) - 1}-01` } }, ['to'])
    return [...new Set(told.map(({ to }) => to.slice(0, 4)))]
  },
  async look(on, year) {
    const { county, moment } = on
    const limit = fen(normOn(county, 'self-paid-risk', moment.today) * 100)
    const payers = await payersOf(on, year)
    const over = selfPaidOver(payers, year, limit, county.sources.members)
    return {
      household_self_paid_over: over.filter(({ subject }) => subject.kind === 'household'),
      new_poverty_risk: over.filter(({ subject }) => subject.kind === 'person'),
    }
  },
}

/** By household of the register; who is on none stands alone. */
async function payersOf({ db }: AtWork, year: string): Promise<Payer[]> {
  const within = { to: { $gte: `${year}-01`, $lte: `${year}-12` } }
  const bills = await findEach(db, medicalBills, within, ['importId', 'personId', 'from', 'to', 'selfPaidFen'])
  const people = await findIn(
    db,
    persons,
    '_id',
    bills.map(({ personId }) => personId),
    ['householdId', 'onRegister'],
  )
  const homeOf = new Map(people.map(({ _id, householdId, onRegister }) => [_id, onRegister ? householdId : null]))
  const homes = await findIn(
    db,
    households,
    '_id',
    [...homeOf.values()].flatMap((id) => id ?? []),
    ['townCode', 'villageCode'],
  )
  const placeOf = new Map(homes.map((home) => [home._id, home]))
  const payers = new Map<string, Payer & { bills: Bill[] }>()
  for (const bill of bills) {
    const home = placeOf.get(homeOf.get(bill.personId) ?? '')
    const key = home?._id ?? bill.personId
    const payer = payers.get(key) ?? {
      subject: home ? { kind: 'household', id: home._id } : { kind: 'person', id: bill.personId },
      ...(home && { townCode: home.townCode, villageCode: home.villageCode }),
      bills: [],
    }
    payer.bills.push(bill)
    payers.set(key, payer)
  }
  return [...payers.values()]
}
