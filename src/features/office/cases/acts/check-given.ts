import { readAmount } from '#domain/money/amounts'
import type { Day } from '#domain/time/dates'
import type { HomeCheckFound, HomeCheckOpinion } from '#domain/work/home-check'
import { amounts, type AmountId } from '../amounts'

type Amounts = Record<AmountId, string>

/** What is typed of a home check. */
export interface CheckDraft extends Amounts {
  on: string
  met: string
  consent: 'yes' | 'no' | ''
  people: string
  housing: string
  seen: string
  opinion: HomeCheckOpinion | ''
}

export const emptyCheck = (today: Day, people: number): CheckDraft => ({
  ...(Object.fromEntries(amounts.map(({ id }) => [id, ''])) as Amounts),
  ...{ on: today, met: '', consent: '', people: people > 0 ? String(people) : '', housing: '', seen: '', opinion: '' },
})

/** What can be seen here to be missing or wrong. */
export function faultOfCheck(draft: CheckDraft): string | undefined {
  if (draft.met.trim() === '') return '请写见到了谁；没见到人，就写没见到。'
  if (draft.consent === '') return '请选同不同意比对。'
  const wrong = amounts.find(({ id }) => draft[id].trim() !== '' && !('fen' in readAmount(draft[id])))
  if (wrong) return `“${wrong.label}”请写数字，单位是元，例如 12000；问不清楚就空着。`
  if (draft.seen.trim().length < 4) return '请写清楚看到了什么、听到了什么，至少 4 个字。'
  if (draft.opinion === '') return '请选去的人怎么看。'
  return undefined
}

/** As it is sent. What was left empty is missing, and not nothing. */
export function foundOf(draft: CheckDraft): HomeCheckFound {
  const people = Number(draft.people)
  const of = (group: 'income' | 'spending') => {
    const read = amounts.filter((one) => one.of === group).map(({ id }) => [id, readAmount(draft[id])] as const)
    const said = read.flatMap(([id, amount]) => ('fen' in amount ? [[id, amount.fen] as const] : []))
    return said.length > 0 && { [group]: Object.fromEntries(said) }
  }
  return {
    ...{ met: draft.met.trim(), consent: draft.consent === 'yes', seen: draft.seen.trim(), opinion: draft.opinion as HomeCheckOpinion },
    ...(Number.isInteger(people) && people > 0 && { people }),
    ...of('income'),
    ...of('spending'),
    ...(draft.housing.trim() !== '' && { housing: draft.housing.trim() }),
  }
}
