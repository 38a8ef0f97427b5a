import { leavings } from '#domain/register/events'
import type { County } from '#domain/county/county'
import type { BankLine, ListedHome, PaidPerson, PlanMonth, PlannedRow } from '#domain/alerts/detectors/plan-month'
import type { Month } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { findEach, findIn, pages } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import { receipts, type Receipt } from '#store/money/money'
import { events, households, persons, type Household } from '#store/people/register'
import { onePerson, type OnePerson } from '../persons/one-person'
import { newestRegister } from '../register/newest'
import { namesSentBack } from './names-sent-back'
import { paidBefore, plannedIn, sentAgain } from './planned-rows'
import { deathsOf } from './vital-facts'

/** Brings what is known about one month's money from the database. Who stands in no plan and no register is not read. */
export async function planMonthOf(on: AtWork, month: Month): Promise<PlanMonth> {
  const { db, county } = on
  const one = await onePerson(db)
  const rows = await plannedIn(db, one, month)
  const [lines, homes, people, plans, registerMonth] = await Promise.all([
    linesOf(on, month),
    homesOf(on),
    peopleOf(on, rows),
    findEach(db, fileSources, { kind: 'payment-plan' }, ['agency', 'rows']),
    newestRegister(db),
  ])
  const files = plans.filter((source) => month in source.rows)
  const [later, earlierPaid, sentBackNames, deaths] = await Promise.all([
    sentAgain(db, one, { rows, lines, month }),
    paidBefore(db, one, { rows, month }),
    namesSentBack(
      on,
      files.map(({ _id }) => _id),
    ),
    deathsByKept(on, one, rows),
  ])
  return {
    ...{ month, rows, lines, homes, people, later, earlierPaid, sentBackNames, deaths, registerMonth },
    programmes: new Map(county.programmes.map((programme) => [programme.id, programme])),
    planAgency: knownAgency(
      county,
      files.map(({ agency }) => agency),
    ),
  }
}

const knownAgency = ({ agencies, duties }: County, named: string[]): string =>
  named.find((id) => agencies.some((agency) => agency.id === id)) ?? duties.data

const lineFields = ['importId', 'paymentId', 'cardIndex', 'amountFen', 'state', 'postedOn', 'code', 'text']

async function linesOf({ db, county }: AtWork, month: Month): Promise<BankLine[]> {
  const found = (await findEach(db, receipts, { month }, lineFields)) as Receipt[]
  const reasonOf = new Map(county.texts.bankReasons.map(({ code, reason }) => [code, reason]))
  return found.map(({ code, text, ...line }) => ({ ...line, words: reasonOf.get(code) ?? (text || code) }))
}

export const homeFields = ['townCode', 'villageCode', 'category', 'monthlyFen', 'startMonth', 'onRegister', 'headName', 'members']

/** Every household of the register: those that no plan names are what is missing. */
async function homesOf({ db }: AtWork): Promise<Map<string, ListedHome>> {
  const homes = new Map<string, ListedHome>()
  for await (const page of pages(db, households, {}, { fields: homeFields })) for (const home of page) homes.set(home._id, listedHome(home))
  return homes
}

/** With everybody whose account may take its money. */
export const listedHome = ({ headName, members, ...home }: Household): ListedHome => ({
  ...home,
  names: [...new Set([headName, ...members.map(({ name }) => name)])],
})

/** Whom rows pay; of those who are off the register, when they left it. */
export async function peopleOf({ db }: Pick<AtWork, 'db'>, rows: PlannedRow[]): Promise<Map<string, PaidPerson>> {
  const found = await findIn(
    db,
    persons,
    '_id',
    rows.map(({ personId }) => personId),
    ['name', 'birth', 'onRegister'],
  )
  const off = found.filter(({ onRegister }) => !onRegister).map(({ _id }) => _id)
  const left = await findIn(db, events, 'personId', off, ['personId', 'on'], { kind: { $in: leavings } })
  return new Map(
    found.map(({ _id, name, birth, onRegister }) => [
      _id,
      { name, birth, onRegister, exits: left.filter(({ personId }) => personId === _id).map(({ on }) => on) },
    ]),
  )
}

/** By whichever of a person's numbers a list has it. */
export async function deathsByKept(on: Pick<AtWork, 'db' | 'keys'>, one: OnePerson, rows: PlannedRow[]): Promise<PlanMonth['deaths']> {
  const deaths = await deathsOf(on, one.withOthers(rows.map(({ personId }) => personId)))
  return new Map([...deaths].map(([id, death]) => [one.keptOf(id), death]))
}
