import type { County } from '#domain/county/county'
import { monthOf, monthsUpTo, type Day, type Month } from '#domain/time/dates'
import { dueIn, programmeNames, type Due } from './due'
import { makeEntitlements } from './entitlements'
import type { Household } from './household'
import { invented } from './numbers'
import { dice, type Dice } from './random'
import words from './words.json'

/** What the bank says to one row of the plan: `0000` and the day, or a reason and no day. */
export interface Outcome {
  code: string
  text: string
  creditedOn?: Day
}

/** A month's plan and, once the payday has come, the bank's answer to each of its rows. */
export interface MonthOfPayments {
  month: Month
  payday: Day
  plan: Due[]
  /** Nothing where the bank says nothing of a row. */
  receipt?: (Outcome | undefined)[] | undefined
  /** What the bank says it has paid although no plan has it. */
  strays: Due[]
}

const misnamed = words.bankFailures.find(({ code }) => code === 'E101')!

/** Twelve months up to and with the month of `today`. What failed is planned again the month after, for its old period. */
export function makePayments(county: County, households: Household[], today: Day, seed: number): MonthOfPayments[] {
  const rights = makeEntitlements(households, seed)
  const names = programmeNames(county)
  const lastMonth = monthOf(today)
  const setting = { chance: dice(seed, 'medical-aid'), lastMonth }
  const bank = makeBank(dice(seed, 'bank'))
  let owed = new Map<Household, Due[]>()

  return monthsUpTo(lastMonth, 12).map((month) => {
    const payday: Day = `${month}-${invented.payday}`
    const plan = households.flatMap((household) => [...(owed.get(household) ?? []), ...dueIn(month, household, rights, names, setting)])
    owed = new Map()
    if (payday > today) return { month, payday, plan, strays: [] }
    const receipt = plan.map((due): Outcome => {
      const failure = due.household.featured
        ? featuredFailure(due, month, lastMonth, names.get('disability-care'))
        : bank(due.person.card, month)
      if (!failure) return { code: '0000', text: '交易成功', creditedOn: payday }
      owed.set(due.household, [...(owed.get(due.household) ?? []), due])
      return { code: failure.code, text: failure.text }
    })
    return { month, payday, plan, receipt, strays: [] }
  })
}

type Failure = { code: string; text: string }

/** A card that fails, fails for the whole month; most are mended by the next. */
function makeBank(chance: Dice): (card: string, month: Month) => Failure | undefined {
  let asked: Month | undefined
  let answers = new Map<string, Failure | undefined>()
  return (card, month) => {
    if (month !== asked) {
      const before = answers
      asked = month
      answers = new Map()
      for (const [failing, failure] of before) if (failure && !chance.chance(invented.mendedNextMonth)) answers.set(failing, failure)
    }
    if (!answers.has(card)) answers.set(card, chance.chance(invented.cardFailure) ? chance.weighted(words.bankFailures) : undefined)
    return answers.get(card)
  }
}

/** The featured wife's care allowance of the last month: the bank knows her by another name. */
const featuredFailure = (due: Due, month: Month, lastMonth: Month, careProgramme: string | undefined): Failure | undefined =>
  month === lastMonth && due.programme === careProgramme ? misnamed : undefined
