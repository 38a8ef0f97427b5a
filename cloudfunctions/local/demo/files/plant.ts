import type { DetectorName } from '#domain/alerts/detectors/all'
import { fen, type Fen } from '#domain/money/money'
import { addMonths, dayNamed, monthOf, type Day, type Month } from '#domain/time/dates'
import { sayPeriod, type Due, type ProgrammeNames } from './due'
import type { Household, Person } from './household'
import { invented } from './numbers'
import type { MonthOfPayments, Outcome } from './payments'
import { dice, type Dice } from './random'
import words from './words.json'

/** One mistake of those that departments and banks make, where the files have it. */
export interface Planted {
  kind: DetectorName
  /** In which months' files. */
  months: Month[]
  idNumber: string
}

/** Who died, as the police list has it. */
export interface Died {
  person: Person
  household: Household
  on: Day
}

interface Field {
  months: MonthOfPayments[]
  names: ProgrammeNames
  chance: Dice
  taken: Set<Household>
}

/**
 * Puts one mistake of each kind into the last months' plans and receipts, each at a household of its own and never at the featured one:
 * the same county, day and seed give the same ones. Changes `months`. `left`: somebody on the list of exits.
 */
export function plantMistakes(
  months: MonthOfPayments[],
  { names, left, seed }: { names: ProgrammeNames; left: Household; seed: number },
): { planted: Planted[]; died: Died[] } {
  const field: Field = { months, names, chance: dice(seed, 'mistakes'), taken: new Set() }
  const died = plantDeath(field)
  const last = months.at(-1)!
  const one = (kind: Planted['kind'], due: Due | undefined): Planted[] =>
    due ? [{ kind, months: [last.month], idNumber: due.person.id }] : []
  const planted: Planted[] = [
    ...died.map(({ person, on }) => ({
      kind: 'paid_after_death' as const,
      months: months.map(({ month }) => month).filter((month) => month > monthOf(on)),
      idNumber: person.id,
    })),
    ...neverPaid(field),
    ...one('duplicate_payment', twice(field, last)),
    ...one('not_on_register', paidAfterExit(field, last, left)),
    ...one('amount_mismatch', otherAmount(field, last)),
    ...one('account_name_mismatch', otherAccount(field, last)),
    ...one('excluded_together', bothOfTwo(field, last)),
    ...one('receipt_without_plan', onlyInReceipt(field, last)),
    ...one('plan_without_receipt', withoutAnswer(field, last)),
    ...neverSentAgain(field),
  ]
  return { planted, died }
}

const asCredited = ({ payday }: MonthOfPayments): Outcome => ({ code: '0000', text: '交易成功', creditedOn: payday })

/** Adds a row at the end of the plan, and to what the bank says. */
function add(month: MonthOfPayments, due: Due): Due {
  month.plan.push(due)
  month.receipt?.push(asCredited(month))
  return due
}

/** A row of this programme at which nothing else is wrong: its household's own month, answered well. */
function pick({ chance, taken, names }: Field, { month, plan, receipt }: MonthOfPayments, programme: string): number | undefined {
  const good = plan.flatMap(({ household, programme: name, period }, i) =>
    name === names.get(programme) &&
    period === sayPeriod(month) &&
    !household.featured &&
    !taken.has(household) &&
    (receipt === undefined || receipt[i]?.code === '0000')
      ? [i]
      : [],
  )
  if (good.length === 0) return undefined
  const at = chance.pick(good)
  taken.add(plan[at]!.household)
  return at
}

function change(field: Field, month: MonthOfPayments, programme: string, other: (due: Due) => Due): Due | undefined {
  const at = pick(field, month, programme)
  return at === undefined ? undefined : (month.plan[at] = other(month.plan[at]!))
}

function twice(field: Field, month: MonthOfPayments): Due | undefined {
  const at = pick(field, month, 'minimum-living')
  return at === undefined ? undefined : add(month, month.plan[at]!)
}

const otherAmount = (field: Field, month: MonthOfPayments) =>
  change(field, month, 'minimum-living', (due) => ({ ...due, fen: fen(due.fen + 10_000) }))

const otherAccount = (field: Field, month: MonthOfPayments) =>
  change(field, month, 'minimum-living', (due) => ({ ...due, accountName: strangerTo(month, due) }))

const strangerTo = ({ plan }: MonthOfPayments, { household }: Due): string =>
  plan.find((other) => other.household !== household && household.members.every(({ name }) => name !== other.person.name))!.person.name

function paidAfterExit({ names }: Field, month: MonthOfPayments, left: Household): Due | undefined {
  const programme = names.get('minimum-living')
  if (!programme) return undefined
  return add(month, { household: left, person: left.members[0], programme, period: sayPeriod(month.month), fen: fen(68_000) })
}

/** Who is 特困 gets no allowance for disabled people beside. */
function bothOfTwo({ chance, names, taken }: Field, month: MonthOfPayments): Due | undefined {
  const [support, care] = [names.get('destitute-support'), names.get('disability-care')]
  const found = month.plan.filter(({ household }) => household.category === 'destitute' && !taken.has(household))
  if (!support || !care || found.length === 0) return undefined
  const { household } = chance.pick(found)
  taken.add(household)
  const both = { household, person: household.members[0], period: sayPeriod(month.month) }
  add(month, { ...both, programme: care, fen: invented.careAllowanceFen[2] })
  return add(month, { ...both, programme: support, fen: household.monthlyFen! })
}

function onlyInReceipt(field: Field, month: MonthOfPayments): Due | undefined {
  const at = month.receipt && pick(field, month, 'minimum-living')
  if (at === undefined) return undefined
  const due = { ...month.plan[at]!, fen: fen(31_415) as Fen }
  month.strays.push(due)
  return due
}

function withoutAnswer(field: Field, month: MonthOfPayments): Due | undefined {
  const at = month.receipt && pick(field, month, 'minimum-living')
  if (at === undefined) return undefined
  month.receipt![at] = undefined
  return month.plan[at]
}

/** On the register, due every month, and in no plan of the twelve. */
function neverPaid(field: Field): Planted[] {
  const { months, names } = field
  const at = pick(field, months.at(-1)!, 'minimum-living')
  if (at === undefined) return []
  const { household, person } = months.at(-1)!.plan[at]!
  for (const month of months) keepRows(month, (due) => due.household !== household || due.programme !== names.get('minimum-living'))
  return [{ kind: 'missing_payment', months: months.map(({ month }) => month), idNumber: person.id }]
}

/** Two months ago the account was closed, and no plan has the money again: whoever mends the account has to think of sending it. */
function neverSentAgain(field: Field): Planted[] {
  const month = field.months.at(-3)
  const at = month?.receipt && pick(field, month, 'disability-care')
  if (!month?.receipt || at === undefined) return []
  month.receipt[at] = { code: closed.code, text: closed.text }
  return [{ kind: 'money_lying', months: [month.month], idNumber: month.plan[at]!.person.id }]
}

const closed = words.bankFailures.find(({ code }) => code === 'E203')!

function keepRows(month: MonthOfPayments, keeps: (due: Due) => boolean): void {
  const kept = month.plan.map(keeps)
  month.plan = month.plan.filter((_, i) => kept[i])
  month.receipt = month.receipt?.filter((_, i) => kept[i])
}

/**
 * Somebody with a care allowance died in the month before the last but one, and stays in the plans: paid once more, and left out of what
 * goes to the bank once it was seen.
 */
function plantDeath(field: Field): Died[] {
  const { months, names } = field
  const last = months.at(-1)!
  const at = pick(field, last, 'disability-care')
  if (at === undefined) return []
  const { household, person } = last.plan[at]!
  const [year, month] = addMonths(last.month, -2).split('-').map(Number) as [number, number]
  last.plan.forEach((due, i) => {
    if (due.person === person && due.programme === names.get('disability-care') && last.receipt) last.receipt[i] = undefined
  })
  return [{ person, household, on: dayNamed(year, month, 20) }]
}
