import { createHash } from 'node:crypto'
import type { IncomeStated } from '#domain/money/income'
import { incomeMonths } from '#domain/money/income'
import type { HomeCheckFound } from '#domain/work/home-check'
import type { Day, Month } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { open, seal } from '#kernel/seal/seal'
import { replace } from '#store/db/write'
import { incomes, type IncomeStatement } from '#store/people/incomes'

/** What is kept with the amounts: on what they rest, in the words of whoever wrote them down. */
export interface KeptIncome {
  stated: IncomeStated
  evidence: string
}

/** A statement as it is given to be kept. Without `to`: of the twelve months that end before `saidOn`. */
export interface Saying extends KeptIncome, Pick<IncomeStatement, 'householdId' | 'from' | 'ref' | 'agency' | 'saidOn'> {
  to?: Month
}

/** The statement as a document; the same saying again is the same document. For whoever writes it together with other things. */
export function statementOf(
  { keys, moment }: Pick<On, 'keys' | 'moment'>,
  { stated, evidence, householdId, from, ref, agency, saidOn, to = incomeMonths(saidOn).to }: Saying,
): IncomeStatement {
  const _id = createHash('sha256')
    .update(JSON.stringify(['income', householdId, from, ref, to]))
    .digest('hex')
    .slice(0, 32)
  const kept: KeptIncome = { stated, evidence }
  const statedSealed = seal(keys, JSON.stringify(kept))
  return { _id, householdId, to, from, ref, agency, statedSealed, saidOn, importedAt: moment.iso }
}

/** Keeps what somebody said of a household's income, beside what others said. Done again it comes to the same. */
export async function keepIncome(on: Pick<On, 'db' | 'keys' | 'moment'>, saying: Saying): Promise<IncomeStatement> {
  const statement = statementOf(on, saying)
  await replace(on.db, incomes, statement)
  return statement
}

export const openIncome = ({ keys }: Pick<On, 'keys'>, { statedSealed }: IncomeStatement): KeptIncome =>
  JSON.parse(open(keys, statedSealed)) as KeptIncome

/** What a check at home found, as a statement: what nobody could say stays unknown. Nothing where no part of an income was asked. */
export function incomeOfCheck({ people, income, spending }: HomeCheckFound): IncomeStated | undefined {
  if (income === undefined) return undefined
  return {
    people,
    income: { wages: income.wagesFen, business: income.businessFen, property: income.propertyFen, transfer: income.transferFen },
    spending: {
      medical: spending?.medicalFen,
      schooling: spending?.schoolingFen,
      care: spending?.careFen,
      housing: spending?.housingFen,
    },
  }
}

/** The statement that a case's check at home makes; nothing where it says nothing of income. `saidOn`: the day of the check. */
export function sayingOfCheck(
  found: HomeCheckFound,
  { householdId, caseId, agency, saidOn }: { householdId: string; caseId: string; agency: string; saidOn: Day },
): Saying | undefined {
  const stated = incomeOfCheck(found)
  return stated && { stated, evidence: '', householdId, from: 'home-check', ref: caseId, agency, saidOn }
}
