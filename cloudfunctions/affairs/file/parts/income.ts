import type { IncomeLine } from '#contract/household/income'
import { inOrder, tellIncome } from '#affairs/incomes/assess'
import type { Relation } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import type { LoadedFile } from '../lists'

/** So many statements are told; older ones stay in the copy. */
const told = 3

/** What was said of the household's income, the newest first. */
export const incomeOf = (on: On, { stated }: LoadedFile, relation: Relation): IncomeLine[] =>
  inOrder(stated)
    .slice(0, told)
    .map((one) => tellIncome(on, one, { evidence: relation === 'officer' }))
