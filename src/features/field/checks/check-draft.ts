import Taro from '@tarojs/taro'
import { readAmount } from '#domain/money/amounts'
import type { HomeCheckFound, HomeCheckOpinion } from '#domain/work/home-check'
import type { Fault } from '../../../ui/read/use-fault'

/** What is asked of money, of twelve months, in the order of the form. */
export const amounts = [
  { id: 'wagesFen', of: 'income', label: '打工、工资' },
  { id: 'businessFen', of: 'income', label: '种养、做生意，除去本钱' },
  { id: 'propertyFen', of: 'income', label: '租金、分红、利息' },
  { id: 'transferFen', of: 'income', label: '补贴、养老金、子女给的' },
  { id: 'medicalFen', of: 'spending', label: '看病自己付的' },
  { id: 'schoolingFen', of: 'spending', label: '读书花的' },
  { id: 'housingFen', of: 'spending', label: '修房、租房花的' },
  { id: 'careFen', of: 'spending', label: '请人照顾花的' },
] as const
type AmountId = (typeof amounts)[number]['id']

/** What is typed at the door. */
export interface CheckDraft {
  met: string
  consent: 'yes' | 'no' | ''
  people: string
  money: Partial<Record<AmountId, string>>
  housing: string
  seen: string
  opinion: HomeCheckOpinion | ''
}
export const emptyCheck = (people: number): CheckDraft => ({
  ...{ met: '', consent: '', people: people > 0 ? String(people) : '', money: {}, housing: '', seen: '', opinion: '' },
})

const keyOf = (id: string) => `check-draft-${id}`
/** What was typed where there was no net is still there in the evening; it is forgotten once it was sent. */
export const readCheck = (id: string): CheckDraft | undefined => Taro.getStorageSync<CheckDraft | ''>(keyOf(id)) || undefined
export const keepCheck = (id: string, draft: CheckDraft): void => Taro.setStorageSync(keyOf(id), draft)
export const forgetCheck = (id: string): void => Taro.removeStorageSync(keyOf(id))

/** What is missing or wrong, in the order of the page. */
export function checkFault({ met, consent, money, seen, opinion }: CheckDraft): Fault | undefined {
  if (met.trim() === '') return { field: 'check-met', words: '请写见到了谁；没见到人，就写没见到。' }
  if (consent === '') return { field: 'check-consent', words: '请问一声同不同意，再选。' }
  const odd = amounts.find(({ id }) => money[id]?.trim() && !('fen' in readAmount(money[id])))
  if (odd) return { field: `check-${odd.id}`, words: '请写数字，单位是元；问不清楚就空着。' }
  if (seen.trim().length < 4) return { field: 'check-seen', words: '请写清楚看到了什么、听到了什么。' }
  return opinion === '' ? { field: 'check-opinion', words: '请选您怎么看。' } : undefined
}

/** As it is sent. What was left empty is missing, and not nothing. */
export function foundOf({ met, consent, people, money, housing, seen, opinion }: CheckDraft): HomeCheckFound {
  const count = Number(people)
  const of = (group: 'income' | 'spending') => {
    const said = amounts.flatMap(({ id, of: part }) => {
      const typed = money[id]?.trim()
      const read = part === group && typed ? readAmount(typed) : undefined
      return read && 'fen' in read ? [[id, read.fen] as const] : []
    })
    return said.length > 0 && { [group]: Object.fromEntries(said) }
  }
  return {
    ...{ met: met.trim(), consent: consent === 'yes', seen: seen.trim(), opinion: opinion as HomeCheckOpinion },
    ...(Number.isInteger(count) && count > 0 && { people: count }),
    ...of('income'),
    ...of('spending'),
    ...(housing.trim() !== '' && { housing: housing.trim() }),
  }
}
