import type { InputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import { readAmount } from '#domain/money/amounts'
import { incomePartNames, incomeParts } from '#domain/money/income'
import { spendingPartNames, spendingParts } from '#domain/money/spending'
import type { Fen } from '#domain/money/money'

export type Stated = InputOf<typeof supervision.stateIncome>['stated']

/** What is typed, in 元; an empty box is a part that nobody could say. `apart/ID`: of the transfer income what is of that kind. */
export type Draft = Record<string, string>

/** The boxes for amounts, in the order in which they are asked. */
export const amountBoxes = [
  ...incomeParts.map((part) => ({ id: `income/${part}`, label: incomePartNames[part] })),
  ...spendingParts.map((part) => ({ id: `spending/${part}`, label: `${spendingPartNames[part]}花了` })),
]

/** What was typed as it is sent, or what is wrong with it. */
export function statedIn(draft: Draft, kinds: readonly { id: string; name: string }[]): { stated: Stated } | { wrong: string } {
  const labels = [...amountBoxes, ...kinds.map(({ id, name }) => ({ id: `apart/${id}`, label: name }))]
  const amounts = new Map<string, Fen>()
  for (const { id, label } of labels) {
    const typed = draft[id]?.trim() ?? ''
    if (typed === '') continue
    const read = readAmount(typed)
    if (!('fen' in read) || read.fen < 0) return { wrong: `${label}要写钱数，例如 12000 或 3600.50；不知道就空着。` }
    amounts.set(id, read.fen)
  }
  const count = (name: string) => (draft[name]?.trim() ? Number(draft[name]) : undefined)
  const [people, covered] = [count('people'), count('covered')]
  for (const number of [people, covered])
    if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= 30))
      return { wrong: '人数写 1 到 30 的数；不知道就空着。' }
  if (covered !== undefined && (people === undefined || covered > people)) return { wrong: '享受的人不能比一起生活的人多，请再核对。' }
  const part = <P extends string>(parts: readonly P[], of: string) =>
    Object.fromEntries(parts.flatMap((one) => (amounts.has(`${of}/${one}`) ? [[one, amounts.get(`${of}/${one}`)]] : []))) as Partial<
      Record<P, Fen>
    >
  return {
    stated: {
      ...(people !== undefined && { people }),
      ...(covered !== undefined && { covered }),
      income: part(incomeParts, 'income'),
      transfers: kinds.flatMap(({ id }) => (amounts.has(`apart/${id}`) ? [{ id, amountFen: amounts.get(`apart/${id}`)! }] : [])),
      spending: part(spendingParts, 'spending'),
    },
  }
}
