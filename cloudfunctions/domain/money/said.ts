import { monthOf, type Day, type Month } from '../time/dates'
import { fen, yuan, type Fen } from './money'
import type { SettledRow } from './settlement'

/** What a farmer, or a relative for them, says of a line of money. */
export const saidNames = { received: '收到了', 'not-received': '没收到', 'other-amount': '数目不对' } as const
export type Said = keyof typeof saidNames
export const saidWords = Object.keys(saidNames) as [Said, ...Said[]]

/** Who says it: they themselves, a relative for them, or they to whoever called to ask; as it stands before 说. */
export const sayerNames = { own: '本人', relative: '家人代', call: '回访时本人' } as const
export type Sayer = keyof typeof sayerNames
export const sayers = Object.keys(sayerNames) as [Sayer, ...Sayer[]]

/** 没收到 and 数目不对 reach whoever pays, with a deadline; 收到了 is the end of the way. */
export const isDispute = (said: Said): boolean => said !== 'received'

/** The day by which a month's money is to have come: `dayOfMonth` is the county's norm, from 1 to 28. */
export const expectedBy = (month: Month, dayOfMonth: number): Day => `${month}-${String(dayOfMonth).padStart(2, '0')}` as Day

/**
 * What can be said of a line on a day. Nothing of a month to come, nor of what was refused and stands again in a later plan: it is
 * said there. 没收到 only once the money should have come, or where the bank has answered; of what the bank refused no amount.
 */
export function sayable(line: Pick<SettledRow, 'state' | 'month' | 'retriedIn'>, by: Day, today: Day): Said[] {
  if (line.retriedIn || line.month > monthOf(today)) return []
  if (line.state === 'failed') return ['received', 'not-received']
  if (line.state === 'credited' || today > by) return [...saidWords]
  return ['received', 'other-amount']
}

/** 没收到; 数目不对，收到 500 元. */
export const saySaidOf = (said: Said, cameFen: Fen | null): string =>
  said === 'other-amount' && cameFen !== null ? `${saidNames[said]}，收到 ${yuan(cameFen)} 元` : saidNames[said]

type Counted = Pick<SettledRow, 'programme' | 'month' | 'dueFen' | 'paidFen' | 'state' | 'retriedIn'>

/** Money of a year by programme, in 分: what was due, and what came of it by the bank's word. */
export interface YearSum {
  year: number
  dueFen: Fen
  cameFen: Fen
  programmes: { programme: string; dueFen: Fen; cameFen: Fen }[]
}

/** The sums of a year, the largest due first. What was refused and sent again counts once, in the month in which it was sent again. */
export function yearSum(lines: readonly Counted[], year: number): YearSum {
  const programmes = new Map<string, { programme: string; dueFen: Fen; cameFen: Fen }>()
  const whole = { dueFen: fen(0), cameFen: fen(0) }
  for (const { programme, month, dueFen, paidFen, state, retriedIn } of lines) {
    if (Number(month.slice(0, 4)) !== year || retriedIn) continue
    const sum = programmes.get(programme) ?? { programme, dueFen: fen(0), cameFen: fen(0) }
    programmes.set(programme, sum)
    for (const one of [sum, whole]) {
      one.dueFen = fen(one.dueFen + dueFen)
      if (state === 'credited') one.cameFen = fen(one.cameFen + (paidFen ?? dueFen))
    }
  }
  const inOrder = [...programmes.values()].sort((a, b) => b.dueFen - a.dueFen || a.programme.localeCompare(b.programme))
  return { year, ...whole, programmes: inOrder }
}
