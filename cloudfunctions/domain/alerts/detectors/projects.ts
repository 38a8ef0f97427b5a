import { sumFen, yuan, type Fen } from '../../money/money'
import { atLatest } from '../../register/register'
import { daysBetween, sayWhen, type Day, type Month } from '../../time/dates'
import type { Finding } from '../finding'

/** A project as its newest ledger has it. Amounts in 分, progress in hundredths of a percent; null where the ledger does not say. */
export interface LedgerProject {
  _id: string
  name: string
  townCode: string | null
  villageCode: string | null
  asOf: Day
  money: readonly { issuedOn: Day | Month | null; issuedFen: Fen | null; paidFen: Fen | null; spentFen: Fen | null }[]
  progress: readonly { plannedEnd: Day | Month | null; actualEnd: Day | Month | null; progress: number | null }[]
}

const whole = 10_000

/** Past its planned end on the day of the ledger, and not finished. */
export const lateProject = (project: LedgerProject, agencyId: string): Finding[] => {
  const { progress, asOf } = project
  const plannedEnd = progress.flatMap((line) => line.plannedEnd ?? []).at(-1)
  const isDone = progress.some(({ actualEnd, progress: far }) => actualEnd !== null || far === whole)
  if (plannedEnd === undefined || isDone || atLatest(plannedEnd) >= asOf) return []
  const far = farOf(project)
  const days = daysBetween(atLatest(plannedEnd), asOf)
  return [
    {
      ...about(project, agencyId),
      why: `“${project.name}”计划${sayWhen(plannedEnd)}完工，到${sayWhen(asOf)}过了 ${days} 天${far === undefined ? '' : `，做到 ${far / 100}%`}，还没有完工。`,
      facts: [plannedEnd],
    },
  ]
}

/** Issued so many days ago, and by the ledger's own words nothing of it paid out or spent. */
export const idleFunds = (project: LedgerProject, agencyId: string, mostDays: number): Finding[] => {
  const { money, asOf } = project
  const issued = money.filter(({ issuedFen }) => issuedFen !== null && issuedFen > 0)
  const isUsed = money.some(({ paidFen, spentFen }) => (paidFen ?? 0) > 0 || (spentFen ?? 0) > 0)
  const isSaid = money.some(({ paidFen, spentFen }) => paidFen !== null || spentFen !== null)
  const since = issued.flatMap(({ issuedOn }) => issuedOn ?? []).sort()[0]
  if (since === undefined || isUsed || !isSaid) return []
  const days = daysBetween(atLatest(since), asOf)
  if (days <= mostDays) return []
  const sum = sumFen(issued.map(({ issuedFen }) => issuedFen!))
  return [
    {
      ...about(project, agencyId),
      why: `“${project.name}”的资金 ${yuan(sum)} 元${sayWhen(since)}下达，到${sayWhen(asOf)} ${days} 天了，一分没有拨付、没有支出。`,
      amountFen: sum,
      facts: [since, `${sum}`],
    },
  ]
}

/** Spent a larger share of what was issued than it has got on, by more than so many points of a percent. */
export const paidAhead = (project: LedgerProject, agencyId: string, mostPoints: number): Finding[] => {
  const issued = sumFen(project.money.flatMap(({ issuedFen }) => issuedFen ?? []))
  const spent = sumFen(project.money.flatMap(({ spentFen, paidFen }) => spentFen ?? paidFen ?? []))
  const far = farOf(project)
  if (issued <= 0 || far === undefined) return []
  const share = Math.round((spent / issued) * whole)
  if (share - far <= mostPoints * 100) return []
  return [
    {
      ...about(project, agencyId),
      why: `“${project.name}”做到 ${far / 100}%，下达的 ${yuan(issued)} 元已经花了 ${yuan(spent)} 元（${Math.round(share / 100)}%），钱花得比进度快。`,
      amountFen: spent,
      facts: [`${far}`, `${spent}`],
    },
  ]
}

const farOf = ({ progress }: LedgerProject): number | undefined => {
  const said = progress.flatMap((line) => line.progress ?? [])
  return said.length > 0 ? Math.max(...said) : undefined
}

const about = ({ _id, townCode, villageCode }: LedgerProject, agencyId: string): Pick<Finding, 'subject' | 'agencyId' | 'records'> => ({
  ...{ subject: { kind: 'project', id: _id }, agencyId, records: [{ kind: 'project', id: _id }] },
  ...(townCode !== null && { townCode }),
  ...(villageCode !== null && { villageCode }),
})
